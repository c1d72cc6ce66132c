// What stands in the columns that a kind of plan has of its own, as people read it.
import { locale, type Shapes } from "./first";
import { day, readable_number } from "./format";

export type OwnColumn = Shapes["kind_column"];

export const own_title = (column: OwnColumn): string => column.name[locale];

export function own_text(value: unknown, column: OwnColumn | undefined): string {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return readable_number(value);
    const text = String(value as string);
    if (column?.type === "date") return is_day(text) ? day(text) : text;
    const choice = column?.choices.find((each) => each.code === text);
    return choice ? choice.name[locale] : text;
}

export const is_day = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
