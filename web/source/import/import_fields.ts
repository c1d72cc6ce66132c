// What a column of a sheet is taken for, in words.
import { field_title } from "../words/fields";
import { own_title, type OwnColumn } from "../words/own_columns";

export interface Titles {
    period_titles: Record<string, string>;
    own: OwnColumn[];
}

// "target_" with a period's code is the text of that period's target, "quantity_…" its number,
// "unit_…" its unit.
const column_field = /^(target|quantity|unit)_(.+)$/;

export function field_name(field: string, { period_titles, own }: Titles): string {
    const column = own.find((each) => each.code === field);
    if (column) return own_title(column);
    const [, what, period] = column_field.exec(field) ?? [];
    if (!what || !period) return field_title(field);
    return field_title(what === "target" ? "targets" : what, period_titles[period] ?? period);
}

// What differs in an action: its member, a target by its period.
export const changed_name = (
    { field, period }: { field: string; period: string | null },
    titles: Titles,
): string =>
    period ? field_title(field, titles.period_titles[period] ?? period) : field_name(field, titles);
