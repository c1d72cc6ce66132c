// A row of the matrix as its cells hold it, and the way from and to the API's action. Each target
// is a field of its own here, so that two people on different periods do not meet. Pure.
import type { Fields } from "../typed/merge";
import type { Shapes } from "../words/first";

export type Action = Shapes["action"];

export interface Cell {
    text: string; // as the office writes it: numbers in Indonesian notation
    quantity: number | null; // null: only words
}

// No agency of the region is called that, yet.
export interface Named {
    id: string | null;
    name: string;
}

export const cell_field = (period: string) => `cell:${period}`;
export const unit_field = (period: string) => `unit:${period}`;
// Of a column that the kind has of its own; also what the API's pointers call it.
export const own_field = (code: string) => `columns/${code}`;
const own_code = (field: string) => /^columns\/(.+)$/.exec(field)?.[1];

const plain = [
    "number",
    "phase",
    "theme",
    "title",
    "location",
    "lead_agency",
    "supporting_agencies",
    "success_criterion",
    "budget_source",
    "mandatory",
    "measure",
    "note",
] as const;

// `own`: the codes of the columns that the kind has of its own.
export function values_of(action: Action, periods: string[], own: string[]): Fields {
    const values: Fields = {};
    for (const field of plain) values[field] = action[field];
    for (const period of periods) {
        const target = action.targets.find((each) => each.period === period);
        values[cell_field(period)] = target?.text
            ? { text: target.text, quantity: target.quantity }
            : null;
        values[unit_field(period)] = target?.unit ?? "";
    }
    for (const code of own) values[own_field(code)] = action.columns[code] ?? null;
    return values;
}

export function empty_values(periods: string[], own: string[]): Fields {
    const values: Fields = {
        number: null, // the server gives the next one
        phase: "",
        theme: "",
        title: "",
        location: "",
        lead_agency: null,
        supporting_agencies: [],
        success_criterion: "",
        budget_source: "",
        mandatory: false,
        measure: "cumulative",
        note: "",
    };
    for (const period of periods) {
        values[cell_field(period)] = null;
        values[unit_field(period)] = "";
    }
    for (const code of own) values[own_field(code)] = null;
    return values;
}

interface Target {
    period: string;
    text: string;
    quantity: number | null;
    unit: string | null;
}

// A unit without any target yet waits in a target without text, so that it is not lost.
export function targets_of(values: Fields, periods: string[]): Target[] {
    const unit = (period: string) => (values[unit_field(period)] as string) || null;
    const written = periods.flatMap((period) => {
        const cell = values[cell_field(period)] as Cell | null;
        return cell ? [{ period, ...cell, unit: unit(period) }] : [];
    });
    if (written.length) return written;
    const first = periods.find((period) => unit(period));
    return first ? [{ period: first, text: "", quantity: null, unit: unit(first) }] : [];
}

// The body of a PATCH or POST: targets are sent as a whole, whichever of them changed.
export function body_of(changes: Fields, all: Fields, periods: string[]): Fields {
    const body: Fields = {};
    const columns: Fields = {};
    for (const [field, value] of Object.entries(changes)) {
        const own = own_code(field);
        if (own) columns[own] = value;
        else if (field.includes(":")) body["targets"] = targets_of(all, periods);
        else if (field === "lead_agency") body[field] = (value as Named | null)?.id ?? null;
        else if (field === "number" && value === null) continue;
        else body[field] = value;
    }
    if (Object.keys(columns).length) body["columns"] = columns;
    return body;
}

// The field that a pointer into such a body means: /targets/1/text → that period's cell.
export function field_of(pointer: string, values: Fields, periods: string[]): string {
    const [, name = "", index, member] = pointer.split("/");
    if (name === "columns" && index) return own_field(index);
    if (name !== "targets") return name;
    const period = targets_of(values, periods)[Number(index ?? 0)]?.period ?? periods[0] ?? "";
    return member === "unit" ? unit_field(period) : cell_field(period);
}
