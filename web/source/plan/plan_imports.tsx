// The files that were imported into a plan: who brought which, and what came of it.
import { import_address, type ImportItem } from "../server/sheets";
import { Table } from "../parts/table";
import { use_list } from "../server/reading";
import { moment } from "../words/format";
import { words } from "../words/words";

const say = words({
    id: {
        title: "Berkas yang diimpor",
        file: "Berkas",
        state: "Status",
        who: "Siapa",
        when: "Kapan",
        what: "Hasil",
        open: "belum diterapkan",
        applied: "diterapkan",
        undone: "dibatalkan",
        outcome: (added: string | number, changed: string | number, removed: string | number) =>
            `${added} baru, ${changed} berubah, ${removed} dihapus`,
    },
    en: {
        title: "Imported files",
        file: "File",
        state: "State",
        who: "Who",
        when: "When",
        what: "What came of it",
        open: "not applied",
        applied: "applied",
        undone: "undone",
        outcome: (added: string | number, changed: string | number, removed: string | number) =>
            `${added} new, ${changed} changed, ${removed} removed`,
    },
});

const outcome = ({ outcome: told }: ImportItem) =>
    told ? say.outcome(told.added, told.changed + told.renumbered, told.removed) : "–";
const last_act = (each: ImportItem) => each.undone ?? each.applied ?? each.made;

// Nothing where nothing was ever imported.
export function PlanImports(asked: { plan: string }) {
    const { data = [] } = use_list<ImportItem>(`plans/${asked.plan}/imports?limit=200`);
    if (!data.length) return null;
    return (
        <section>
            <h2>{say.title}</h2>
            <Table
                title={say.title}
                rows={data}
                key_of={(each) => each.id}
                columns={[
                    {
                        title: say.file,
                        kind: "name",
                        of: (each) => <a href={import_address(each)}>{each.file.name}</a>,
                    },
                    { title: say.state, of: (each) => say[each.state] },
                    { title: say.what, of: outcome },
                    { title: say.who, of: (each) => last_act(each)?.by.name },
                    {
                        title: say.when,
                        of: (each) => (
                            <time dateTime={last_act(each)?.at}>
                                {moment(last_act(each)?.at ?? "")}
                            </time>
                        ),
                    },
                ]}
            />
        </section>
    );
}
