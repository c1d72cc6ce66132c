// What the server wrote into the shell: who is asking, what things are called, and the answers to
// the first questions of the page.
import type { components } from "api_types";

export type Shapes = components["schemas"];
export type User = Shapes["user"];

export interface Kept {
    status: number;
    etag?: string;
    body: unknown;
}

export interface CommandWords {
    title: string;
    needs: string[]; // members of the body that must be there
    takes: string[]; // and those that may
    sensitive: boolean; // asks for a sign-in or step-up of the last half hour
    undone_by: string[]; // commands that lead back without further words
}

export interface MachineWords {
    name: string;
    title: string;
    initial: string;
    states: Record<string, { title: string; final: boolean }>;
    commands: Record<string, CommandWords>;
}

interface First {
    locale: "id" | "en";
    now: number;
    words: {
        machines: Record<string, MachineWords>;
    };
    roles: Record<string, string>;
    role_takes: Record<string, "agency" | "region">;
    got: Record<string, Kept>;
}

const block = document.getElementById("first")?.textContent;
const no_words = { machines: {} };
const first: First = block
    ? (JSON.parse(block) as First)
    : { locale: "id", now: Date.now(), words: no_words, roles: {}, role_takes: {}, got: {} };

export const locale = first.locale;
export const roles = first.roles;
export const role_takes = first.role_takes; // what its post is appointed to
export const machines = first.words.machines;
export const session = first.got["/api/v1/session"]?.body as { user: User } | undefined;
export const me = session?.user as User;

const ahead = first.now - Date.now();
// The server's time: a demo's clock may stand on another day.
export const now = () => new Date(Date.now() + ahead);

// The answer that came with the shell, once: afterwards it may be out of date.
export function take_first(target: string): Kept | undefined {
    const kept = first.got[target];
    delete first.got[target];
    return kept;
}

export const has_role = (...names: string[]) =>
    me.appointments.some((each) => names.includes(each.role));
