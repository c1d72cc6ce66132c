// The buttons of a thing, drawn from its `commands`: what may be done now, what not and why, what a
// command needs in words, and the password where the server asks for it. Knows no workflow.
import { useState } from "preact/hooks";
import {
    give,
    way_back,
    wants_step_up,
    type Answer,
    type Command,
    type Commandable,
} from "../server/commands";
import { Problem } from "../server/server";
import { machines } from "../words/first";
import { command_title, state_title, words } from "../words/words";
import { Who } from "./basics";
import { CommandForm, form_fields } from "./command_form";
import { announce } from "./notice";
import { StepUp } from "./step_up";

const say = words({
    id: {
        done: (title: string | number, state: string | number) =>
            `${title}: selesai. Status sekarang: ${state}.`,
        undone: "Sudah diurungkan.",
        closed: "Belum dapat dilakukan",
    },
    en: {
        done: (title: string | number, state: string | number) =>
            `${title}: done. It is now: ${state}.`,
        undone: "Undone.",
        closed: "Cannot be done yet",
    },
});

export interface CommandBarProperties<T extends Commandable> {
    resource: string; // targets, plans, …
    item: T;
    on_done: (answer: Answer<T>) => void; // also after an undo
    on_stale: () => void; // somebody was faster: read again
    only?: string[]; // leave out the others
    prefill?: Record<string, unknown>; // members of the body that the page knows already
    before?: () => Promise<boolean | number>; // what must be saved first; its newest version
    first?: string; // the command that the page is for
    title_of?: (command: Command) => string;
    on_refused?: (problem: Problem) => boolean; // true: the page says itself what is wrong
}

// What the page knows goes only to the commands that take it.
function known_for(resource: string, command: Command, known: Record<string, unknown> = {}) {
    const takes = machines[resource]?.commands[command.name]?.takes ?? [];
    const needs: readonly string[] = command.needs;
    return Object.fromEntries(
        Object.entries(known).filter(([name]) => needs.includes(name) || takes.includes(name)),
    );
}

export function CommandBar<T extends Commandable>(asked: CommandBarProperties<T>) {
    const [open, ask_for] = useState<Command | null>(null);
    const [proof_for, ask_proof] = useState<{ command: Command; body: object } | null>(null);
    const [is_busy, busy] = useState(false);
    const [problem, fail] = useState<Problem | null>(null);
    const commands = (asked.item.commands ?? []).filter(
        (each) => !asked.only || asked.only.includes(each.name),
    );
    const title = (command: Command) =>
        asked.title_of?.(command) ?? command_title(asked.resource, command.name);

    async function run(command: Command, body: object) {
        busy(true);
        fail(null);
        try {
            const ready = asked.before ? await asked.before() : true;
            if (ready === false) return;
            const version = ready === true ? asked.item.version : ready;
            const answer = await give<T>(command, version, {
                ...known_for(asked.resource, command, asked.prefill),
                ...body,
            });
            ask_for(null);
            ask_proof(null);
            finish(command, answer);
        } catch (fault) {
            if (wants_step_up(fault)) ask_proof({ command, body });
            else refuse(fault as Problem);
        } finally {
            busy(false);
        }
    }

    function refuse(fault: Problem) {
        ask_proof(null);
        fail(fault);
        if (fault.status === 412 || fault.status === 409) asked.on_stale();
        // The form says it itself, and what was typed in it stays.
        if (!open && !asked.on_refused?.(fault)) announce({ text: fault.message, is_bad: true });
    }

    function finish(command: Command, answer: Answer<T>) {
        asked.on_done(answer);
        const back = way_back(asked.resource, command.name, answer);
        announce({
            text: say.done(title(command), state_title(asked.resource, answer.event.to)),
            undo: back
                ? async () => {
                      try {
                          const undone = await give<T>(back, answer.resource.version);
                          asked.on_done(undone);
                          announce({ text: say.undone });
                      } catch (fault) {
                          announce({ text: (fault as Problem).message, is_bad: true });
                      }
                  }
                : undefined,
        });
    }

    function start(command: Command) {
        fail(null);
        const fields = form_fields(asked.resource, command, asked.prefill);
        if (fields.length === 0) void run(command, {});
        else ask_for(command);
    }

    return (
        <div class="commands">
            {commands.map((command) => (
                <div key={command.name} class="command">
                    <button
                        type="button"
                        class={command.name === asked.first ? "primary" : undefined}
                        disabled={is_busy}
                        aria-disabled={!command.allowed || undefined}
                        aria-describedby={
                            command.allowed ? undefined : `why-${asked.item.id}-${command.name}`
                        }
                        onClick={() => command.allowed && start(command)}
                        data-command={command.name}
                    >
                        {title(command)}
                    </button>
                    {!command.allowed && (
                        <div class="why" id={`why-${asked.item.id}-${command.name}`}>
                            <p>{command.reason ?? say.closed}</p>
                            {command.who && <Who who={command.who} />}
                        </div>
                    )}
                </div>
            ))}
            {open && (
                <CommandForm
                    resource={asked.resource}
                    command={open}
                    title={title(open)}
                    item={asked.item}
                    prefill={asked.prefill}
                    problem={problem}
                    is_busy={is_busy}
                    is_sensitive={machines[asked.resource]?.commands[open.name]?.sensitive ?? false}
                    on_close={() => ask_for(null)}
                    on_send={(body) => void run(open, body)}
                />
            )}
            {proof_for && (
                <StepUp
                    on_close={() => ask_proof(null)}
                    on_proved={() => void run(proof_for.command, proof_for.body)}
                />
            )}
        </div>
    );
}
