// Small things that every page uses: headings that take the focus, fields with their labels, states
// in words, what is shown while there is nothing, not yet, or not at all.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Reading } from "../server/reading";
import type { Problem } from "../server/server";
import { days_left, day } from "../words/format";
import { is_final, state_title, words } from "../words/words";

const say = words({
    id: {
        loading: "Memuat…",
        problem: "Ada masalah",
        again: "Coba lagi",
        missing_title: "Tidak ditemukan",
        missing: "Alamat ini tidak ada, atau bukan untuk dilihat oleh Anda.",
        home: "Ke Tugas saya",
        due: "Tenggat",
        required: "wajib",
    },
    en: {
        loading: "Loading…",
        problem: "There is a problem",
        again: "Try again",
        missing_title: "Not found",
        missing: "This address does not exist, or is not yours to see.",
        home: "To My tasks",
        due: "Due",
        required: "required",
    },
});

// The title of a page: names the tab, and takes the focus when somebody came here by a link.
export function Title(asked: { children: string; beside?: ComponentChildren }) {
    const element = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        document.title = `${asked.children} – Rampung`;
    }, [asked.children]);
    useEffect(() => {
        if (has_moved()) element.current?.focus();
    }, []);
    return (
        <div class="title">
            <h1 ref={element} tabIndex={-1}>
                {asked.children}
            </h1>
            {asked.beside}
        </div>
    );
}

let moves = 0;
export const count_move = () => ++moves;
const has_moved = () => moves > 0;

// A state in a word; what is finished is plain, so that open work stands out.
export function State(asked: { resource: string; state: string }) {
    return (
        <span class={is_final(asked.resource, asked.state) ? "state final" : "state"}>
            {state_title(asked.resource, asked.state)}
        </span>
    );
}

// A deadline in words; late in red, and the word says so too.
export function Due(asked: { due: string | null; days: number | null | undefined }) {
    if (!asked.due) return <span class="due">–</span>;
    const is_late = (asked.days ?? 0) < 0;
    return (
        <span class={is_late ? "due late" : "due"}>
            {say.due} <time dateTime={asked.due}>{day(asked.due)}</time>
            {asked.days !== null && asked.days !== undefined && ` · ${days_left(asked.days)}`}
        </span>
    );
}

// Says of a field's element that it is wrong and where the fault stands, whatever form it is in.
function mark(id: string, is_wrong: boolean) {
    const element = document.getElementById(id);
    if (!element) return;
    const said = new Set((element.getAttribute("aria-describedby") ?? "").split(" "));
    if (is_wrong) said.add(`${id}-fault`);
    else said.delete(`${id}-fault`);
    const all = [...said].filter(Boolean).join(" ");
    if (all) element.setAttribute("aria-describedby", all);
    else element.removeAttribute("aria-describedby");
    if (is_wrong) element.setAttribute("aria-invalid", "true");
    else element.removeAttribute("aria-invalid");
}

export function Field(asked: {
    id: string;
    label: string;
    hint?: string;
    fault?: string | null;
    is_required?: boolean;
    children: ComponentChildren;
}) {
    useEffect(() => mark(asked.id, !!asked.fault), [asked.id, asked.fault]);
    return (
        <div class={asked.fault ? "field faulty" : "field"}>
            <label for={asked.id}>
                {asked.label}
                {asked.is_required && <span class="hint"> ({say.required})</span>}
            </label>
            {asked.hint && (
                <p class="hint" id={`${asked.id}-hint`}>
                    {asked.hint}
                </p>
            )}
            {asked.fault && (
                <p class="fault" id={`${asked.id}-fault`}>
                    {asked.fault}
                </p>
            )}
            {asked.children}
        </div>
    );
}

// An e-mail address, which may go on in the next line behind its @.
export function Address(asked: { of: string }) {
    const [person, place] = asked.of.split(/(?<=@)/);
    return (
        <>
            {person}
            <wbr />
            {place}
        </>
    );
}

// A text area that grows with its text; on paper its text is printed.
export function LongText(
    asked: Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, "value"> & {
        value: string;
        on_text: (text: string) => void;
    },
) {
    const { value, on_text, ...rest } = asked;
    const element = useRef<HTMLTextAreaElement>(null);
    useEffect(() => {
        const area = element.current;
        if (!area) return;
        area.style.height = "auto";
        area.style.height = `${area.scrollHeight + 2}px`;
    }, [value]);
    return (
        <>
            <textarea
                {...rest}
                ref={element}
                value={value}
                onInput={(event) => on_text(event.currentTarget.value)}
            />
            <div class="on-paper" aria-hidden="true">
                {value}
            </div>
        </>
    );
}

export function Loading() {
    return (
        <p class="loading" role="status">
            {say.loading}
        </p>
    );
}

export function Empty(asked: { children: ComponentChildren }) {
    return <div class="nothing">{asked.children}</div>;
}

// What went wrong, on top of a page or form, with the focus on it.
export function ErrorSummary(asked: {
    problem: Problem | null | undefined;
    field_of?: (pointer: string) => string | null; // the id of the field that a pointer means
    on_retry?: () => void;
}) {
    const element = useRef<HTMLDivElement>(null);
    const [here, find] = useState<(string | null)[]>([]); // the field of each fault, if it is here
    const { problem, field_of } = asked;
    useEffect(() => {
        element.current?.focus();
        const ids = problem?.faults.map((fault) => field_of?.(fault.pointer) ?? null) ?? [];
        find(ids.map((id) => (id && document.getElementById(id) ? id : null)));
    }, [problem]);
    if (!problem) return null;
    return (
        <div class="summary" role="alert" tabIndex={-1} ref={element}>
            <h2>{problem.body.title ?? say.problem}</h2>
            <p>{problem.message}</p>
            {problem.faults.length > 0 && (
                <ul>
                    {problem.faults.map(({ pointer, detail }, at) => (
                        <li key={pointer}>
                            {here[at] ? <a href={`#${here[at]}`}>{detail}</a> : detail}
                        </li>
                    ))}
                </ul>
            )}
            {problem.who && problem.who.length > 0 && <Who who={problem.who} />}
            {asked.on_retry && (
                <button type="button" onClick={asked.on_retry}>
                    {say.again}
                </button>
            )}
        </div>
    );
}

const who_words = words({
    id: { can: "Dapat dilakukan oleh", vacant: "jabatan sedang kosong" },
    en: { can: "Can be done by", vacant: "the post is vacant" },
});

export interface WhoCan {
    role: string;
    role_title: string;
    agency: { name: string } | null;
    region: { name: string } | null;
    names: string[];
}

export function Who(asked: { who: WhoCan[] }) {
    return (
        <p class="who">
            {who_words.can}:{" "}
            {asked.who
                .map((each) => {
                    const post = `${each.role_title}, ${each.agency?.name ?? each.region?.name ?? ""}`;
                    return each.names.length
                        ? `${each.names.join(", ")} (${post})`
                        : `${post} – ${who_words.vacant}`;
                })
                .join("; ")}
        </p>
    );
}

// The three faces of something that is read: not there yet, not at all, there.
export function Read<T>(asked: { from: Reading<T>; children: (data: T) => ComponentChildren }) {
    const { data, problem, reload } = asked.from;
    if (data !== undefined)
        return (
            <>
                {problem && <ErrorSummary problem={problem} on_retry={() => void reload()} />}
                {asked.children(data)}
            </>
        );
    if (problem?.status === 404)
        return (
            <Empty>
                <Title>{say.missing_title}</Title>
                <p>{say.missing}</p>
                <p>
                    <a href="/tugas">{say.home}</a>
                </p>
            </Empty>
        );
    if (problem) return <ErrorSummary problem={problem} on_retry={() => void reload()} />;
    return <Loading />;
}
