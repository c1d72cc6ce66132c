// Siapa memegang bola: who a plan waits for, and since when.
import type { Shapes } from "../words/first";
import { day } from "../words/format";
import { words } from "../words/words";

const say = words({
    id: {
        since: (date: string | number) => `sejak ${date}`,
        nobody: "Tidak menunggu siapa pun.",
        more: (count: string | number) => `dan ${count} lainnya`,
    },
    en: {
        since: (date: string | number) => `since ${date}`,
        nobody: "Waits for nobody.",
        more: (count: string | number) => `and ${count} more`,
    },
});

type WaitingFor = Shapes["plan_item"]["waiting_for"];

export function Waiting(asked: { waiting_for: WaitingFor; shown_max?: number }) {
    const all = asked.waiting_for;
    if (!all.length) return <p class="hint">{say.nobody}</p>;
    const shown = all.slice(0, asked.shown_max ?? all.length);
    return (
        <ul>
            {shown.map((each) => (
                <li key={`${each.role}/${each.agency?.id ?? ""}`}>
                    {each.agency?.name ?? each.role_title}
                    <span class="hint">
                        {each.agency && ` · ${each.role_title}`}
                        {each.since && (
                            <>
                                {" · "}
                                <time dateTime={each.since}>{say.since(day(each.since))}</time>
                            </>
                        )}
                    </span>
                </li>
            ))}
            {shown.length < all.length && (
                <li class="hint">{say.more(all.length - shown.length)}</li>
            )}
        </ul>
    );
}
