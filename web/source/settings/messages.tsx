// Pesan: the ledger of what was sent to whom, how often it was tried, and what failed.
import { day, moment } from "../format";
import type { Shapes } from "../first";
import { Empty, Read } from "../parts/basics";
import { SearchLine } from "../parts/search_line";
import { Table } from "../parts/table";
import { use_list } from "../reading";
import { set_query } from "../route";
import { words } from "../words";

const say = words({
    id: {
        title: "Pesan",
        search: "Cari penerima, alamat, atau perihal",
        state: "Status",
        all: "Semua",
        to: "Kepada",
        subject: "Perihal",
        at: "Waktu kirim",
        attempts: "Percobaan",
        none: "Belum ada pesan.",
        no_subject: "(perihal tidak ditampilkan)",
        planned: "direncanakan",
        ready: "siap dikirim",
        sent: "terkirim",
        sending: "sedang dikirim",
        dead: "gagal",
        count: (count: string | number) => `${count} hal`,
    },
    en: {
        title: "Messages",
        search: "Search a recipient, address or subject",
        state: "State",
        all: "All",
        to: "To",
        subject: "Subject",
        at: "To be sent",
        attempts: "Attempts",
        none: "No messages yet.",
        no_subject: "(subject not shown)",
        planned: "planned",
        ready: "ready to send",
        sent: "sent",
        sending: "being sent",
        dead: "failed",
        count: (count: string | number) => `${count} items`,
    },
});

export type Message = Shapes["message"] & { last_error?: string | null };

export const message_state = (state: string) =>
    (say as unknown as Record<string, string>)[state] ?? state;

export function Messages(asked: { search: string; state: string | null }) {
    const messages = use_list<Message>("messages?limit=200");
    const wanted = asked.search.toLowerCase();
    return (
        <Read from={messages}>
            {(all) => {
                const states = [...new Set(all.map((each) => each.state))];
                const shown = all
                    .filter((each) => !asked.state || each.state === asked.state)
                    .filter((each) =>
                        `${each.to.user.name} ${each.to.addresses.join(" ")} ${each.subject ?? ""}`
                            .toLowerCase()
                            .includes(wanted),
                    )
                    .reverse();
                if (!all.length) return <Empty>{say.none}</Empty>;
                return (
                    <>
                        <SearchLine title={say.search} text={asked.search} />
                        <div class="chips" role="group" aria-label={say.state}>
                            {[null, ...states].map((state) => (
                                <button
                                    key={state}
                                    type="button"
                                    class="chip"
                                    aria-pressed={asked.state === state}
                                    onClick={() => set_query({ status: state })}
                                >
                                    {state ? message_state(state) : say.all}{" "}
                                    <span class="count">
                                        {
                                            all.filter((each) => !state || each.state === state)
                                                .length
                                        }
                                    </span>
                                </button>
                            ))}
                        </div>
                        <MessageTable messages={shown.slice(0, rows_most)} />
                    </>
                );
            }}
        </Read>
    );
}

const rows_most = 300; // beyond them one searches

function MessageTable(asked: { messages: Message[] }) {
    return (
        <Table
            title={say.title}
            rows={asked.messages}
            key_of={(each, at) => each.id ?? at}
            columns={[
                {
                    title: say.at,
                    of: (each) => (
                        <time dateTime={each.due_instant}>{moment(each.due_instant)}</time>
                    ),
                },
                {
                    title: say.to,
                    kind: "name",
                    of: (each) => (
                        <>
                            {each.to.user.name}
                            <span class="hint"> {each.to.addresses.join(", ")}</span>
                        </>
                    ),
                },
                {
                    title: say.subject,
                    of: (each) => (
                        <>
                            {each.subject ?? say.no_subject}
                            <span class="hint"> · {say.count(each.items.length)}</span>
                            {each.items[0]?.due && (
                                <span class="hint"> · {day(each.items[0].due)}</span>
                            )}
                        </>
                    ),
                },
                {
                    title: say.state,
                    of: (each) => (
                        <>
                            <span class={each.last_error ? "fault" : undefined}>
                                {message_state(each.state)}
                            </span>
                            {each.last_error && <p class="hint">{each.last_error}</p>}
                        </>
                    ),
                },
                {
                    title: say.attempts,
                    kind: "number",
                    of: (each) => String(each.attempts ?? "–"),
                },
            ]}
        />
    );
}
