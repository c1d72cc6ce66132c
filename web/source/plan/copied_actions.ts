// What the version of a kind that a new plan has can hold of another plan's actions, and what not.
// Pure.
import type { CopyAccount } from "../parts/copy_account";
import type { Kind } from "../server/kinds";
import { locale, type Shapes } from "../words/first";
import { fields } from "../words/fields";
import { is_day, own_title, type OwnColumn } from "../words/own_columns";
import { words } from "../words/words";

const say = words({
    id: { column: (name: string | number) => `kolom ${name}` },
    en: { column: (name: string | number) => `column ${name}` },
});

type Action = Shapes["action"];
type Cell = Action["targets"][number];
type Own = Action["columns"];

export interface CopiedFrom {
    title: string;
    periods: { code: string; title: string }[];
    kind: Kind | undefined; // in the version that it was made with
}

const holds_something = (cell: Cell) => cell.text !== "" || cell.quantity !== null;

function fits(value: string | number, column: OwnColumn): boolean {
    if (column.type === "number") return typeof value === "number";
    if (typeof value === "number") return false;
    if (column.type === "date") return is_day(value);
    return column.type === "text" || column.choices.some((each) => each.code === value);
}

// How often each was left behind, in the order in which it is told.
class Tally {
    private readonly counts = new Map<string, number>();
    add(code: string) {
        this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    }
    told(order: string[], title: (code: string) => string): CopyAccount["lost"] {
        return [...new Set([...order, ...this.counts.keys()])]
            .filter((code) => this.counts.has(code))
            .map((code) => ({ what: title(code), count: this.counts.get(code)! }));
    }
}

class Copier {
    readonly periods = new Tally();
    readonly columns = new Tally();
    readonly unfit = new Tally();
    targets = 0;
    values = 0;
    phases = 0;

    constructor(private readonly kind: Kind) {}

    fields_of(action: Action) {
        const { id: _, version: __, plan: ___, lead_agency, ...rest } = action;
        return {
            ...rest,
            phase: this.phase(action.phase),
            lead_agency: lead_agency?.id ?? null,
            targets: action.targets.filter((each) => this.has_period(each)),
            columns: this.own(action.columns),
        };
    }

    // No action is without one.
    private phase(code: string): string {
        if (this.kind.phases.some((each) => each.code === code)) return code;
        ++this.phases;
        return this.kind.phases[0]?.code ?? code;
    }

    private has_period(cell: Cell): boolean {
        const is_known = this.kind.periods.some((each) => each.code === cell.period);
        if (!holds_something(cell)) return is_known;
        if (is_known) ++this.targets;
        else this.periods.add(cell.period);
        return is_known;
    }

    private own(columns: Own): Own {
        return Object.fromEntries(
            Object.entries(columns).filter(([code, value]) => this.has_column(code, value)),
        );
    }

    private has_column(code: string, value: string | number): boolean {
        const column = this.kind.columns.find((each) => each.code === code);
        if (!column) this.columns.add(code);
        else if (!fits(value, column)) this.unfit.add(code);
        else ++this.values;
        return !!column && fits(value, column);
    }
}

export type CopiedFields = ReturnType<Copier["fields_of"]>;

export function copied(
    actions: Action[],
    from: CopiedFrom,
    kind: Kind,
): { rows: CopiedFields[]; account: CopyAccount } {
    const copier = new Copier(kind);
    const rows = actions.map((each) => copier.fields_of(each));
    const own = from.kind?.columns ?? [];
    const periods = from.periods.map((each) => each.code);
    const period_title = (code: string) =>
        fields.target(from.periods.find((each) => each.code === code)?.title ?? code);
    const column_title = (code: string) => {
        const column = own.find((each) => each.code === code);
        return say.column(column ? own_title(column) : code);
    };
    const codes = own.map((each) => each.code);
    const account = {
        from: from.title,
        actions: rows.length,
        missing: 0,
        targets: copier.targets,
        values: copier.values,
        lost: [
            ...copier.periods.told(periods, period_title),
            ...copier.columns.told(codes, column_title),
        ],
        unfit: copier.unfit.told(codes, column_title),
        phases: copier.phases,
        phase: kind.phases[0]?.name[locale] ?? "",
    };
    return { rows, account };
}
