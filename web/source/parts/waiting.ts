// What waits for somebody: an item of the inbox, and what it is for.
import type { Command } from "../server/commands";
import type { Shapes } from "../words/first";
import type { Return } from "./returned";

export interface InboxItem {
    resource: string;
    id: string;
    version: number;
    title: string;
    plan: string | null;
    kind: string;
    kind_title: string;
    region: { code: string; name: string };
    agency: { id: string; name: string } | null;
    due: string | null;
    days_left: number | null;
    state: string;
    waiting_for: Shapes["desk"][];
    returned: Return | null;
    commands: Command[];
}

// The first thing that I can do with it, rather one that moves it on than one that gives it back
// with a reason.
export function next_command(item: { commands?: Command[] }): Command | undefined {
    const open = (item.commands ?? []).filter((each) => each.allowed);
    return open.find((each) => !each.needs.includes("reason")) ?? open[0];
}

export interface Step {
    name: string;
    command?: Command;
    is_mine: boolean;
}

// What it waits for, even where something is missing before it can be done, and whether that is my
// part: where others alone can take the next step, I could only give it back, or say with a reason
// why nothing comes. Posts that nobody holds name nobody.
export function step_of(item: { commands?: Command[] }, my_name: string): Step {
    const open = next_command(item);
    if (open && !open.needs.includes("reason"))
        return { name: open.name, command: open, is_mine: true };
    const closed = (item.commands ?? []).find(
        (each) => !each.allowed && !each.needs.includes("reason"),
    );
    if (!closed) return { name: open?.name ?? "", command: open, is_mine: true };
    const names = (closed.who ?? []).flatMap((each) => each.names);
    return { name: closed.name, command: closed, is_mine: names.includes(my_name) };
}
