// Giving a command, and what its answer means for the screen: the new resource, the way back, and
// what to ask when the server wants the password once more.
import { machines, type Shapes } from "../words/first";
import { fetch_json, if_match, once, Problem } from "./server";

export type Command = Shapes["command"];

export interface Commandable {
    id: string;
    version: number;
    commands?: Command[];
}

export interface Answer<T> {
    resource: T;
    event: { name: string; from: string | null; to: string };
    commands: Command[];
    asks?: { id: string; name: string }[];
}

export async function give<T>(
    command: Pick<Command, "href">,
    version: number,
    body: object = {},
    options: { dry_run?: boolean } = {},
): Promise<Answer<T>> {
    return fetch_json<Answer<T>>(command.href + (options.dry_run ? "?dry_run=true" : ""), {
        method: "POST",
        headers: {
            "Content-Type": "application/json",
            ...if_match(version),
            ...(options.dry_run ? {} : once()),
        },
        body: JSON.stringify(body),
    });
}

export async function step_up(proof: { password?: string; code?: string }): Promise<void> {
    await fetch_json("/api/v1/session/step-up", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(proof),
    });
}

// The command that takes this one back at once, if there is one and I may give it.
export function way_back(resource: string, given: string, answer: Answer<unknown>): Command | null {
    const names = machines[resource]?.commands[given]?.undone_by ?? [];
    return answer.commands.find((each) => names.includes(each.name) && each.allowed) ?? null;
}

export interface BulkOutcome<T> {
    id: string;
    status: number;
    resource?: T;
    problem?: { title: string; detail: string; reason?: string; code: string };
}

// One command on many targets; each has an outcome of its own.
export async function give_all<T>(
    command: string,
    items: ({ id: string; version: number } & object)[],
): Promise<BulkOutcome<T>[]> {
    const answer = await fetch_json<{ items: BulkOutcome<T>[] }>(
        `/api/v1/targets/commands/${command}`,
        {
            method: "POST",
            headers: { "Content-Type": "application/json", ...once() },
            body: JSON.stringify({ items }),
        },
    );
    return answer.items;
}

export const wants_step_up = (fault: unknown): boolean =>
    fault instanceof Problem && fault.code === "step_up_required";
