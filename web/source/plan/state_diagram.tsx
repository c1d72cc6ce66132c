// The drawing of a machine, with the present state marked, and the same in words beside it. Asked
// for only when somebody opens it.
import { useEffect, useRef, useState } from "preact/hooks";
import { Read } from "../parts/basics";
import { use_one } from "../server/reading";
import { roles, type Shapes } from "../words/first";
import { state_title, words } from "../words/words";

const say = words({
    id: {
        title: "Diagram tahapan",
        drawing: (state: string | number) => `Diagram tahapan; posisi sekarang: ${state}`,
        in_words: "Sama, dalam kata-kata",
        from: "Dari",
        command: "Langkah",
        who: "Oleh",
        to: "Menjadi",
        no_drawing: "Gambar tidak dapat dimuat; tabel di bawah ini memuat hal yang sama.",
    },
    en: {
        title: "Diagram of the steps",
        drawing: (state: string | number) => `Diagram of the steps; now at: ${state}`,
        in_words: "The same in words",
        from: "From",
        command: "Step",
        who: "By",
        to: "To",
        no_drawing: "The drawing cannot be loaded; the table below says the same.",
    },
});

export interface StateDiagramProperties {
    machine: string; // rad_drafting
    resource: string; // plans
    state: string;
}

export function StateDiagram(asked: StateDiagramProperties) {
    const [is_open, open] = useState(false);
    return (
        <details class="card" onToggle={(event) => open(event.currentTarget.open)}>
            <summary>{say.title}</summary>
            {is_open && <Drawn {...asked} />}
        </details>
    );
}

// Read as a document, for the pages never make markup from text.
function read_drawing(target: string): Promise<Document> {
    return new Promise((done, fail) => {
        const request = new XMLHttpRequest();
        request.responseType = "document";
        request.overrideMimeType("image/svg+xml");
        request.onload = () =>
            request.status === 200 && request.responseXML
                ? done(request.responseXML)
                : fail(new Error(String(request.status)));
        request.onerror = () => fail(new Error("0"));
        request.open("GET", target);
        request.send();
    });
}

// Graphviz writes names; people read titles. A long one goes on two lines of smaller letters.
function write_titles(drawing: Element, title_of: (name: string) => string | undefined) {
    for (const text of drawing.querySelectorAll("text")) {
        // What the engine does by itself stands in brackets.
        const [, open, name, close] = /^(\(?)(.*?)(\)?)$/.exec(text.textContent ?? "") ?? [];
        const known = title_of(name ?? "");
        const title = known && `${open}${known}${close}`;
        if (title) text.textContent = title;
        const cut = (title ?? "").indexOf(" ", 7);
        text.setAttribute("font-size", cut > 0 ? "11" : "13");
        if (cut < 0 || !title || !text.closest(".node")) continue;
        text.textContent = "";
        const lines = [title.slice(0, cut), title.slice(cut + 1)];
        lines.forEach((line, index) => {
            const span = text.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "tspan");
            span.textContent = line;
            span.setAttribute("x", text.getAttribute("x") ?? "0");
            span.setAttribute("dy", index ? "12" : "-5");
            text.append(span);
        });
    }
}

function Drawn(asked: StateDiagramProperties) {
    const workflow = use_one<Shapes["workflow"]>(`workflows/${asked.machine}`);
    const figure = useRef<HTMLElement>(null);
    const [has_failed, fail] = useState(false);
    useEffect(() => {
        const known = workflow.data;
        if (!known) return;
        let is_gone = false;
        const titles = new Map<string, string>(
            [...known.states, ...known.commands].map((each) => [each.name, each.title]),
        );
        read_drawing(`/api/v1/workflows/${asked.machine}/diagram.svg`).then(
            (document_read) => {
                if (is_gone || !figure.current) return;
                const drawing = document.importNode(document_read.documentElement, true);
                drawing.setAttribute("role", "img");
                drawing.setAttribute(
                    "aria-label",
                    say.drawing(state_title(asked.resource, asked.state)),
                );
                for (const title of drawing.querySelectorAll("title")) title.remove();
                for (const node of drawing.querySelectorAll("g.node"))
                    node.classList.toggle("here", node.classList.contains(asked.state));
                write_titles(drawing, (name) => titles.get(name));
                figure.current.replaceChildren(drawing);
            },
            () => fail(true),
        );
        return () => {
            is_gone = true;
        };
    }, [workflow.data, asked.machine, asked.state]);
    return (
        <>
            <figure
                ref={figure}
                class="diagram"
                tabIndex={0}
                role="region"
                aria-label={say.title}
                hidden={has_failed}
            />
            {has_failed && <p class="hint">{say.no_drawing}</p>}
            <h3>{say.in_words}</h3>
            <Read from={workflow}>{(known) => <Rules workflow={known} />}</Read>
        </>
    );
}

function Rules(asked: { workflow: Shapes["workflow"] }) {
    const { rules, commands, states } = asked.workflow;
    const state = (name: string) => states.find((each) => each.name === name)?.title ?? name;
    const command = (name: string) => commands.find((each) => each.name === name);
    // Rows that differ in their conditions alone say the same here.
    const told = new Map(rules.map((each) => [`${each.from}/${each.command}/${each.to}`, each]));
    return (
        <div class="table" tabIndex={0} role="region" aria-label={say.in_words}>
            <table class="cards">
                <thead>
                    <tr>
                        <th scope="col">{say.from}</th>
                        <th scope="col">{say.command}</th>
                        <th scope="col">{say.who}</th>
                        <th scope="col">{say.to}</th>
                    </tr>
                </thead>
                <tbody>
                    {[...told].map(([key, rule]) => (
                        <tr key={key}>
                            <td data-label={say.from}>{state(rule.from)}</td>
                            <td data-label={say.command}>
                                {command(rule.command)?.title ?? rule.command}
                            </td>
                            <td data-label={say.who}>
                                {command(rule.command)
                                    ?.who.map((each) => roles[each.name] ?? each.title)
                                    .join(", ")}
                            </td>
                            <td data-label={say.to}>{state(rule.to)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
