// The way of a plan as steps: what is done, where it stands, what is still to come. The steps and
// their order are the machine's states, as the server words them.
import { machines } from "../words/first";
import { words } from "../words/words";

const say = words({
    id: {
        way: "Tahapan",
        done: "selesai",
        here: "sekarang",
        outside: "tidak melalui sistem ini",
        short: (at: string | number, all: string | number) => `Tahap ${at} dari ${all}`,
    },
    en: {
        way: "Steps",
        done: "done",
        here: "now",
        outside: "not in this system",
        short: (at: string | number, all: string | number) => `Step ${at} of ${all}`,
    },
});

type Mark = "done" | "outside" | "here" | "ahead";

interface Step {
    name: string;
    title: string;
    mark: Mark;
}

// The states that lead on, in their order. An end stands alone: which steps came before it is told
// by the history, not by the machine.
export function steps_of(resource: string, state: string, began_outside = false): Step[] {
    const states = Object.entries(machines[resource]?.states ?? {});
    const own = states.find(([name]) => name === state);
    if (own?.[1].final) return [{ name: state, title: own[1].title, mark: "here" }];
    const way = states.filter(([, each]) => !each.final);
    const at = way.findIndex(([name]) => name === state);
    const passed: Mark = began_outside ? "outside" : "done";
    return way.map(([name, each], index) => ({
        name,
        title: each.title,
        mark: index < at ? passed : index === at ? "here" : "ahead",
    }));
}

export function Stepper(asked: {
    resource: string;
    state: string;
    began_outside?: boolean; // adopted before the system: the steps before were not taken here
    is_small?: boolean; // dots, and only the present step in words
}) {
    const steps = steps_of(asked.resource, asked.state, asked.began_outside);
    const at = steps.findIndex((step) => step.mark === "here");
    if (asked.is_small)
        return (
            <span class="steps small">
                {steps.length > 1 &&
                    steps.map((step) => (
                        <span key={step.name} class={`step ${step.mark}`} aria-hidden="true" />
                    ))}
                <span>
                    {steps.length > 1 && (
                        <span class="unseen">{say.short(at + 1, steps.length)}: </span>
                    )}
                    {steps[at]?.title ?? asked.state}
                </span>
            </span>
        );
    return (
        <ol class="steps" aria-label={say.way}>
            {steps.map((step) => (
                <li
                    key={step.name}
                    class={`step ${step.mark}`}
                    aria-current={step.mark === "here" ? "step" : undefined}
                >
                    {step.title}
                    {step.mark !== "ahead" && (
                        <span class={step.mark === "outside" ? "hint" : "unseen"}>
                            {" "}
                            ({say[step.mark]})
                        </span>
                    )}
                </li>
            ))}
        </ol>
    );
}
