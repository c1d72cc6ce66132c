// Changing something of the directory by a form: what is on its way, what was refused, and where
// the fault is.
import { useState } from "preact/hooks";
import { announce } from "../parts/notice";
import { fetch_json, if_match, once, Problem } from "../server/server";

export async function send<T>(
    method: "POST" | "PATCH" | "PUT" | "DELETE",
    target: string,
    body?: object,
    version?: number,
): Promise<T> {
    return fetch_json<T>(`/api/v1/${target}`, {
        method,
        headers: {
            ...(body ? { "Content-Type": "application/json" } : {}),
            ...(version === undefined ? {} : if_match(version)),
            ...once(),
        },
        body: body && JSON.stringify(body),
    });
}

export interface Sending {
    is_busy: boolean;
    problem: Problem | null;
    run: (what: () => Promise<string | void>) => Promise<boolean>; // a sentence for the result
    fault_of: (name: string) => string | null;
}

export function use_sending(): Sending {
    const [is_busy, busy] = useState(false);
    const [problem, fail] = useState<Problem | null>(null);
    return {
        is_busy,
        problem,
        run: async (what) => {
            busy(true);
            fail(null);
            try {
                const text = await what();
                if (text) announce({ text });
                return true;
            } catch (fault) {
                fail(fault instanceof Problem ? fault : new Problem(0, { detail: String(fault) }));
                return false;
            } finally {
                busy(false);
            }
        },
        fault_of: (name) =>
            problem?.faults.find((fault) => fault.pointer.endsWith(`/${name}`))?.detail ?? null,
    };
}

// Fields of a form are called by the members that they become.
export const field_of = (form: string) => (pointer: string) =>
    `${form}-${pointer.split("/").pop() ?? ""}`;
