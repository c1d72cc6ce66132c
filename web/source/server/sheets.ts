// Spreadsheets into a plan's matrix: tried first, then taken over, all or nothing.
import type { Shapes } from "../words/first";
import { fetch_json, once, type Problem } from "./server";

export type ImportProblem = Shapes["import_problem"];
export type ImportResult = Shapes["import_result"];

const types: Record<string, string> = {
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    csv: "text/csv",
};

export const sheet_accept = ".xlsx,.csv";
export const format_of = (name: string) => (name.toLowerCase().endsWith(".csv") ? "csv" : "xlsx");

export interface Sheet {
    file: Blob;
    format: string;
}

// Throws a Problem; problems_in tells what of the sheet is at fault.
export function import_sheet(
    plan: string,
    sheet: Sheet,
    options: { dry_run: boolean },
): Promise<ImportResult> {
    const trial = options.dry_run ? "&dry_run=true" : "";
    return fetch_json<ImportResult>(`/api/v1/plans/${plan}/import?format=${sheet.format}${trial}`, {
        method: "POST",
        headers: { "Content-Type": types[sheet.format]!, ...(trial ? {} : once()) },
        body: sheet.file,
    });
}

export const problems_in = (fault: Problem): ImportProblem[] =>
    (fault.body as { problems?: ImportProblem[] }).problems ?? [];
