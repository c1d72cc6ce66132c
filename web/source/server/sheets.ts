// Spreadsheets on their way into a plan's draft: looked at, answered, applied, undone.
import type { Shapes } from "../words/first";
import { fetch_json, if_match, once } from "./server";

export type Import = Shapes["import"];
export type ImportItem = Shapes["import_item"];
export type ImportAnswers = Shapes["import_change"];

const types: Record<string, string> = {
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    csv: "text/csv",
};

export const sheet_accept = ".xlsx,.xlsm,.ods,.csv,.txt";
const kind_of = (name: string) => (/[.](csv|txt)$/i.test(name) ? "csv" : "xlsx");

// Changes nothing yet. Throws a Problem, of a file that cannot be read too.
export function begin_import(plan: string, file: File): Promise<Import> {
    const kind = kind_of(file.name);
    const name = encodeURIComponent(file.name);
    return fetch_json<Import>(`/api/v1/plans/${plan}/imports?kind=${kind}&name=${name}`, {
        method: "POST",
        headers: { "Content-Type": types[kind]!, ...once() },
        body: file,
    });
}

// The import as it is with these answers; without any it is looked at anew.
export function answer_import(
    of: Pick<Import, "id" | "version">,
    answers: ImportAnswers,
): Promise<Import> {
    return fetch_json<Import>(`/api/v1/imports/${of.id}`, {
        method: "PATCH",
        headers: { "Content-Type": "application/json", ...if_match(of.version), ...once() },
        body: JSON.stringify(answers),
    });
}

export async function command_import(
    of: Pick<Import, "version">,
    command: Pick<Import["commands"][number], "href">,
): Promise<Import> {
    const answer = await fetch_json<Shapes["import_answer"]>(command.href, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...if_match(of.version), ...once() },
        body: "{}",
    });
    return answer.resource;
}

export const import_address = (of: Pick<Import, "id" | "plan">) =>
    `/rencana/${of.plan}/impor/${of.id}`;
