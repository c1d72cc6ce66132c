// What people wrote beside a thing, oldest first, and a box to add to it. What is typed stays on this
// device until it is sent, and is never sent twice.
import { useRef, useState } from "preact/hooks";
import { use_list } from "../server/reading";
import { fetch_json, once, Problem, random_key } from "../server/server";
import { use_kept } from "../typed/kept";
import type { Shapes } from "../words/first";
import { moment } from "../words/format";
import { words } from "../words/words";
import { ErrorSummary, Field, LongText, Read } from "./basics";
import { announce } from "./notice";

const say = words({
    id: {
        title: "Catatan",
        none: "Belum ada catatan.",
        label: "Tulis catatan",
        hint: "Dibaca oleh semua yang dapat melihat halaman ini.",
        send: "Kirim catatan",
        sent: "Catatan terkirim.",
        empty: "Tulis catatan dahulu.",
    },
    en: {
        title: "Comments",
        none: "No comments yet.",
        label: "Write a comment",
        hint: "Everybody who sees this page can read it.",
        send: "Send the comment",
        sent: "The comment was sent.",
        empty: "Write a comment first.",
    },
});

export interface CommentsProperties {
    resource: "plans" | "actions" | "targets";
    id: string;
    level?: 2 | 3; // of the heading, by where it stands
}

export function Comments(asked: CommentsProperties) {
    const target = `${asked.resource}/${asked.id}/comments`;
    const list = use_list<Shapes["comment"]>(`${target}?limit=200`);
    const Heading = asked.level === 3 ? "h3" : "h2";
    return (
        <section class="card" aria-label={say.title}>
            <Heading>
                {say.title} {list.data && <span class="count">{list.data.length}</span>}
            </Heading>
            <Read from={list}>
                {(all) =>
                    all.length ? (
                        <ul>
                            {all.map((each) => (
                                <Comment key={each.id} {...each} />
                            ))}
                        </ul>
                    ) : (
                        <p class="hint">{say.none}</p>
                    )
                }
            </Read>
            <NewComment target={target} on_sent={list.reload} />
        </section>
    );
}

function Comment(asked: Shapes["comment"]) {
    return (
        <li class="comment">
            <p class="beside">
                <strong>{asked.by.name}</strong>
                <time dateTime={asked.at}>{moment(asked.at)}</time>
            </p>
            <p class="written">{asked.text}</p>
        </li>
    );
}

function NewComment(asked: { target: string; on_sent: () => Promise<void> }) {
    const draft = use_kept(asked.target, "");
    const [problem, fail] = useState<Problem | null>(null);
    const [is_busy, busy] = useState(false);
    // The same words are the same request: a lost answer does not make a second comment.
    const sent_as = useRef({ text: "", key: "" });
    const id = `comment-${asked.target.replaceAll("/", "-")}`;
    async function send(event: Event) {
        event.preventDefault();
        const text = draft.value.trim();
        const pointer = "/text";
        if (!text)
            return fail(
                new Problem(422, { detail: say.empty, errors: [{ pointer, detail: say.empty }] }),
            );
        if (sent_as.current.text !== text) sent_as.current = { text, key: random_key() };
        busy(true);
        fail(null);
        try {
            await fetch_json(`/api/v1/${asked.target}`, {
                method: "POST",
                headers: { "Content-Type": "application/json", ...once(sent_as.current.key) },
                body: JSON.stringify({ text }),
            });
            sent_as.current = { text: "", key: "" };
            draft.clear();
            announce({ text: say.sent });
            await asked.on_sent();
        } catch (fault) {
            fail(fault as Problem);
        } finally {
            busy(false);
        }
    }
    return (
        <form class="no-print" onSubmit={(event) => void send(event)}>
            <ErrorSummary problem={problem} field_of={() => id} />
            <Field id={id} label={say.label} hint={say.hint} fault={problem?.faults[0]?.detail}>
                <LongText
                    id={id}
                    rows={3}
                    value={draft.value}
                    on_text={draft.set}
                    aria-describedby={`${id}-hint`}
                />
            </Field>
            <button disabled={is_busy}>{say.send}</button>
        </form>
    );
}
