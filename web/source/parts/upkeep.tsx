// What an administrator must see to, before anything else: a year without days off, a scheduler that
// stands still. Nobody else sees it, and nothing is shown while all is well.
import { use_one } from "../server/reading";
import { has_role, type Shapes } from "../words/first";
import { words } from "../words/words";

const say = words({
    id: { title: "Perlu perhatian administrator", open: "Buka" },
    en: { title: "For the administrator to see to", open: "Open" },
});

export type Upkeep = Shapes["upkeep"];

export function UpkeepNotice() {
    const upkeep = use_one<Upkeep>(has_role("administrator") ? "upkeep" : null);
    if (!upkeep.data?.items.length) return null;
    return (
        <section class="part" aria-label={say.title}>
            <h2>{say.title}</h2>
            <UpkeepList items={upkeep.data.items} />
        </section>
    );
}

export function UpkeepList(asked: { items: Upkeep["items"] }) {
    return (
        <ul>
            {asked.items.map((each) => (
                <li key={each.detail}>
                    {each.detail} {each.link && <a href={each.link}>{say.open}</a>}
                </li>
            ))}
        </ul>
    );
}
