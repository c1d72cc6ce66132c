// What happened to one thing: who did what, when, from which state to which, and why.
import { useState } from "preact/hooks";
import { Read } from "../parts/basics";
import { use_list } from "../server/reading";
import type { Shapes } from "../words/first";
import { moment } from "../words/format";
import { command_title, state_title, words } from "../words/words";

const say = words({
    id: {
        title: "Riwayat",
        show: "Tampilkan riwayat",
        system: "Sistem",
        made: "Dibuat",
    },
    en: {
        title: "History",
        show: "Show the history",
        system: "The system",
        made: "Made",
    },
});

type Event = Shapes["event"];

// Asked for only when somebody wants to read it.
export function EventList(asked: { resource: string; id: string; version: number }) {
    const [is_open, open] = useState(false);
    return (
        <section class="card" aria-label={say.title}>
            <h2>{say.title}</h2>
            <details onToggle={(event) => open(event.currentTarget.open)}>
                <summary>{say.show}</summary>
                {is_open && <Events key={asked.version} {...asked} />}
            </details>
        </section>
    );
}

function Events(asked: { resource: string; id: string }) {
    const list = use_list<Event>(`${asked.resource}/${asked.id}/history?limit=200`);
    return (
        <Read from={list}>
            {(all) => (
                <ol>
                    {[...all].reverse().map((each) => (
                        <li key={each.seq} class="comment">
                            <One event={each} resource={asked.resource} />
                        </li>
                    ))}
                </ol>
            )}
        </Read>
    );
}

function One(asked: { event: Event; resource: string }) {
    const { event, resource } = asked;
    return (
        <>
            <p>
                <strong>{event.command ? command_title(resource, event.command) : say.made}</strong>
                {" → "}
                {state_title(resource, event.to ?? "")}
            </p>
            <p class="beside">
                <span>{event.by?.user.name ?? say.system}</span>
                <time dateTime={event.at}>{moment(event.at)}</time>
            </p>
            {event.reason && <p class="quote">{event.reason}</p>}
        </>
    );
}
