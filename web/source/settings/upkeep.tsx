// Keadaan sistem: when the scheduler last ran, and what an administrator must see to.
import { Read } from "../parts/basics";
import { UpkeepList, type Upkeep } from "../parts/upkeep";
import { use_one } from "../server/reading";
import { moment } from "../words/format";
import { words } from "../words/words";

const say = words({
    id: {
        scheduler: "Penjadwal",
        why: "Penjadwal membuka dan menutup target, mengingatkan, dan mengirim surel.",
        last: (at: string | number) => `Terakhir bekerja: ${at}.`,
        never: "Belum pernah bekerja.",
        matters: "Perlu perhatian",
        nothing: "Tidak ada.",
    },
    en: {
        scheduler: "Scheduler",
        why: "The scheduler opens and closes targets, reminds, and sends mail.",
        last: (at: string | number) => `Last at work: ${at}.`,
        never: "It has never been at work.",
        matters: "To be seen to",
        nothing: "Nothing.",
    },
});

export function SystemState() {
    const upkeep = use_one<Upkeep>("upkeep");
    return (
        <Read from={upkeep}>
            {({ scheduler, items }) => (
                <>
                    <section class="part">
                        <h2>{say.scheduler}</h2>
                        <p class="hint">{say.why}</p>
                        <p>
                            {scheduler.last_ran ? say.last(moment(scheduler.last_ran)) : say.never}
                        </p>
                    </section>
                    <section class="part">
                        <h2>{say.matters}</h2>
                        {items.length ? <UpkeepList items={items} /> : <p>{say.nothing}</p>}
                    </section>
                </>
            )}
        </Read>
    );
}
