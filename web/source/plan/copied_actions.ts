// What the version of a kind that a new plan has can hold of another plan's actions, and what not.
// Pure.
import type { CopyAccount } from "../parts/copy_account";
import type { Kind } from "../server/kinds";
import { locale, type Shapes } from "../words/first";
import { fields } from "../words/fields";
import { day } from "../words/format";
import { is_day, own_title, type OwnColumn } from "../words/own_columns";
import { words } from "../words/words";

const say = words({
    id: { column: (name: string | number) => `kolom ${name}` },
    en: { column: (name: string | number) => `column ${name}` },
});

type Action = Shapes["action"];
type Cell = Action["targets"][number];
type Own = Action["columns"];
type Period = Shapes["period"];
type Rule = Kind["periods"][number];

export interface CopiedFrom {
    title: string;
    periods: Pick<Period, "code" | "title">[];
    kind: Kind | undefined; // in the version that it was made with
}

export interface CopiedInto {
    periods: Pick<Period, "code" | "title" | "from" | "to">[];
    kind: Kind;
}

const holds_something = (cell: Cell) => cell.text !== "" || cell.quantity !== null;

function fits(value: string | number, column: OwnColumn): boolean {
    if (column.type === "number") return typeof value === "number";
    if (typeof value === "number") return false;
    if (column.type === "date") return is_day(value);
    return column.type === "text" || column.choices.some((each) => each.code === value);
}

const is_same_day = (one: Rule["from"], other: Rule["from"]) =>
    one.month === other.month && one.day === other.day && one.years_later === other.years_later;

// What a period is to who reads: its code says nothing to them.
const is_same_period = (one: Rule, other: Rule) =>
    one.title[locale] === other.title[locale] &&
    is_same_day(one.from, other.from) &&
    is_same_day(one.to, other.to);

// How often each was left behind, or is another one now, in the order in which it is told.
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
    readonly changed = new Tally(); // of the periods
    readonly columns = new Tally();
    readonly unfit = new Tally();
    targets = 0;
    values = 0;
    phases = 0;

    constructor(
        private readonly kind: Kind,
        private readonly former: Kind | undefined,
    ) {}

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
        const of_code = (each: Rule) => each.code === cell.period;
        const known = this.kind.periods.find(of_code);
        if (!holds_something(cell)) return !!known;
        const former = this.former?.periods.find(of_code);
        if (!known) this.periods.add(cell.period);
        else ++this.targets;
        if (known && former && !is_same_period(known, former)) this.changed.add(cell.period);
        return !!known;
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
    into: CopiedInto,
): { rows: CopiedFields[]; account: CopyAccount } {
    const { kind } = into;
    const copier = new Copier(kind, from.kind);
    const rows = actions.map((each) => copier.fields_of(each));
    const own = from.kind?.columns ?? [];
    const periods = from.periods.map((each) => each.code);
    const period_title = (code: string) =>
        fields.target(from.periods.find((each) => each.code === code)?.title ?? code);
    const now_of = (code: string) => {
        const period = into.periods.find((each) => each.code === code);
        return { now: period?.title ?? code, from: day(period?.from), to: day(period?.to) };
    };
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
        changed: copier.changed
            .told(periods, (code) => code)
            .map(({ what, count }) => ({ what: period_title(what), count, ...now_of(what) })),
        phases: copier.phases,
        phase: kind.phases[0]?.name[locale] ?? "",
    };
    return { rows, account };
}
