// The parts of an action that are wording, each by its name in the API, a target by its period; and
// suggested wordings, which carry the matrix column that they are for in front: "Lokasi: Sampit".
import { fields } from "../words/fields";
import type { Shapes } from "../words/first";
import { read_number } from "../words/format";
import type { OwnColumn } from "../words/own_columns";

export type Action = Shapes["action"];

// The columns of the matrix as the spreadsheet heads them, in every language of the pages.
const columns: Record<string, string> = {
    title: "Rencana aksi",
    theme: "Tema",
    location: "Lokasi",
    success_criterion: "Kriteria keberhasilan",
    budget_source: "Sumber anggaran",
    note: "Keterangan",
};
const texts = ["title", "theme", "location", "success_criterion", "budget_source", "note"] as const;
type TextField = (typeof texts)[number];

export const period_of = (field: string) => /^target\/(.+)$/.exec(field)?.[1] ?? null;

// Of a column that the kind of plan has of its own.
export const own_field = (code: string) => `columns/${code}`;
export const code_of = (field: string) => /^columns\/(.+)$/.exec(field)?.[1] ?? null;

const own_texts = (own: OwnColumn[]) => own.filter((each) => each.type === "text");

export const fields_of = (action: Action, own: OwnColumn[] = []): string[] => [
    "title",
    "success_criterion",
    ...action.targets.map((each) => `target/${each.period}`),
    "location",
    "theme",
    "budget_source",
    "note",
    ...own_texts(own).map((each) => own_field(each.code)),
];

// `period`: the title of its period, of a target.
export function field_title(field: string, period: string | null): string {
    if (period) return fields.target(period);
    return field === "supporting" ? fields.supporting_agencies : fields[field as TextField];
}

// As read by people: a target with its unit.
export function shown_text(action: Action, field: string): string {
    if (field === "supporting")
        return action.supporting_agencies.map((each) => each.name).join(", ");
    const period = period_of(field);
    if (!period) return action[field as TextField] ?? "";
    const cell = action.targets.find((each) => each.period === period);
    return cell ? `${cell.text}${cell.unit ? ` ${cell.unit}` : ""}` : "";
}

// As edited: a target without its unit, which has a column of its own.
export function text_of(action: Action, field: string): string {
    const code = code_of(field);
    if (code) return String(action.columns[code] ?? "");
    const period = period_of(field);
    if (!period) return action[field as TextField] ?? "";
    return action.targets.find((each) => each.period === period)?.text ?? "";
}

// The PATCH that gives a field a wording.
export function change_of(action: Action, field: string, text: string): object {
    const code = code_of(field);
    if (code) return { columns: { [code]: text || null } };
    const period = period_of(field);
    if (!period) return { [field]: text };
    return {
        targets: action.targets.map((each) =>
            each.period === period
                ? { ...each, text, quantity: read_number(text, "id") ?? null }
                : each,
        ),
    };
}

export function write_suggestion(field: string, text: string, own: OwnColumn[] = []): string {
    const period = period_of(field);
    const column = own.find((each) => own_field(each.code) === field);
    const heading = column?.name.id ?? (period ? `Target ${period}` : columns[field]);
    return `${heading}: ${text}`;
}

// Which field a suggestion is for; null where its writer did not say.
export function read_suggestion(
    written: string,
    own: OwnColumn[] = [],
): { field: string | null; text: string } {
    const cut = written.indexOf(": ");
    const head = written.slice(0, cut);
    const text = written.slice(cut + 2);
    const period = /^Target (\w+)$/.exec(head)?.[1];
    if (cut > 0 && period) return { field: `target/${period}`, text };
    const column = texts.find((field) => columns[field] === head);
    if (column) return { field: column, text };
    const by_kind = own_texts(own).find((each) => each.name.id === head);
    return by_kind ? { field: own_field(by_kind.code), text } : { field: null, text: written };
}
