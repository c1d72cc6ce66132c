// A column of the matrix as its grid and forms ask of it, and what its cells are read against.
import type { Fields } from "../typed/merge";
import type { Shapes } from "../words/first";
import type { OwnColumn } from "../words/own_columns";

export type Agency = Shapes["agency"];

// What the cells of a plan are read against.
export interface Frame {
    periods: string[]; // codes, in the kind's order
    period_titles: Record<string, string>;
    phases: { code: string; name: string }[];
    own: OwnColumn[]; // that the kind has beside those of every kind
    agencies: Agency[];
}

export type Editor = "line" | "text" | "date" | "choice" | "agency" | "agencies";

export interface Column {
    id: string;
    title: string;
    width: number; // in letters, roughly
    editor: Editor;
    is_number?: boolean;
    is_required?: boolean; // a plan is not submitted while it is empty
    input_mode?: "numeric" | "decimal"; // of a line: which keys a phone shows
    choices?: { value: string; title: string }[];
    fields: string[]; // that the cell holds
    text: (values: Fields) => string;
    written?: (values: Fields) => string; // as the field has it, where that is not what is shown
    read: (text: string, values: Fields) => Fields; // the fields after it was typed
    fault: (values: Fields) => string | null; // it cannot be saved so
    doubt?: (values: Fields) => string | null; // it can, but is it meant so?
}

// Spelling without blanks, case and punctuation, as the import compares it.
export const spelling = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
