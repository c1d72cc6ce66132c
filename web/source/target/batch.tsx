// One command for many targets from the screen: the password once where the server asks for it, an
// outcome for each, and the reasons of those that were refused at their rows.
import { useState } from "preact/hooks";
import type { use_chosen } from "../parts/bulk";
import { announce } from "../parts/notice";
import { StepUp } from "../parts/step_up";
import { give_all, type BulkOutcome } from "../server/commands";
import { command_title } from "../words/words";

type Item = { id: string; version: number } & object;

export function use_batch(
    chosen: Pick<ReturnType<typeof use_chosen>, "report" | "sentence">,
    reload: () => Promise<void>,
) {
    const [is_busy, busy] = useState(false);
    const [unproved, wait_for] = useState<{
        verb: string;
        items: Item[];
        refused: BulkOutcome<unknown>[];
    } | null>(null);

    function tell(verb: string, outcomes: BulkOutcome<unknown>[]) {
        chosen.report(outcomes);
        announce({
            text: chosen.sentence(command_title("targets", verb), outcomes),
            is_bad: outcomes.some((one) => one.status >= 300),
        });
    }

    // `refused`: what the page itself cannot send yet, with its reasons.
    async function run(verb: string, items: Item[], refused: BulkOutcome<unknown>[] = []) {
        if (!items.length) return refused.length ? tell(verb, refused) : undefined;
        busy(true);
        try {
            const outcomes = await give_all(verb, items);
            if (outcomes.some((one) => one.problem?.code === "step_up_required")) {
                const open = new Set(
                    outcomes.filter((one) => one.status >= 300).map((one) => one.id),
                );
                const left = items.filter((each) => open.has(each.id));
                wait_for({ verb, items: left, refused });
                return;
            }
            tell(verb, [...outcomes, ...refused]);
            await reload();
        } catch (fault) {
            announce({ text: (fault as Error).message, is_bad: true });
        } finally {
            busy(false);
        }
    }

    const proof = unproved && (
        <StepUp
            on_close={() => wait_for(null)}
            on_proved={() => {
                wait_for(null);
                void run(unproved.verb, unproved.items, unproved.refused);
            }}
        />
    );
    return { run, is_busy, proof };
}
