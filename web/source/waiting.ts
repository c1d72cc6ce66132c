// What waits for somebody: an item of the inbox, and what it is for.
import type { Command } from "./commands";

export interface InboxItem {
    resource: string;
    id: string;
    version: number;
    title: string;
    plan: string | null;
    region: { code: string; name: string };
    agency: { id: string; name: string } | null;
    due: string | null;
    days_left: number | null;
    state: string;
    commands: Command[];
}

// The first thing that I can do with it, rather one that moves it on than one that gives it back
// with a reason.
export function next_command(item: { commands?: Command[] }): Command | undefined {
    const open = (item.commands ?? []).filter((each) => each.allowed);
    return open.find((each) => !each.needs.includes("reason")) ?? open[0];
}

// What it waits for, even where something is missing before it can be done.
export const verb_of = (item: { commands?: Command[] }) =>
    (next_command(item) ?? item.commands?.[0])?.name ?? "";
