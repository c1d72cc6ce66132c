// Saya: who I am here, in which posts, in which language; the calendar address; how safe my sign-in
// is.
import { useState } from "preact/hooks";
import { ErrorSummary, Read } from "../parts/basics";
import { use_one } from "../server/reading";
import { locale, me, roles, type Shapes } from "../words/first";
import { day, moment } from "../words/format";
import { words } from "../words/words";
import { Input } from "./input";
import { field_of, send, use_sending } from "./sending";

const say = words({
    id: {
        who: "Akun",
        name: "Nama",
        username: "Nama pengguna",
        email: "Surel",
        ask: "Nama dan surel diubah oleh administrator wilayah.",
        posts: "Jabatan",
        acting: "Plt/Plh",
        from: "sejak",
        until: "sampai",
        no_posts: "Anda belum memegang jabatan.",
        language: "Bahasa",
        calendar: "Alamat kalender",
        calendar_why:
            "Langgani alamat ini di Google Kalender, Outlook, atau telepon: semua tenggat " +
            "Anda tampil di sana. Alamat bersifat rahasia.",
        make: "Buat alamat kalender",
        renew: "Ganti alamat",
        end: "Akhiri alamat",
        made: (at: string | number) => `Dibuat ${at}. Alamat hanya ditampilkan sekali.`,
        made_now: "Alamat kalender dibuat. Salin sekarang: hanya ditampilkan sekali.",
        ended: "Alamat kalender diakhiri.",
        address: "Alamat",
        safety: "Keamanan masuk",
        second_on: "Kode kedua saat masuk: aktif.",
        second_off:
            "Kode kedua saat masuk: belum aktif. Mintalah administrator mengaktifkannya bila " +
            "Anda mengesahkan atau menyetujui.",
        password: "Ganti kata sandi",
        present: "Kata sandi saat ini",
        wanted: "Kata sandi baru",
        rule: "Paling sedikit 12 karakter.",
        changed: "Kata sandi diganti. Anda sudah dikeluarkan dari perangkat lain.",
        forgotten: "Lupa? Mintalah kode aktivasi baru dari administrator wilayah Anda.",
        none: "–",
    },
    en: {
        who: "Account",
        name: "Name",
        username: "User name",
        email: "E-mail",
        ask: "Name and e-mail are changed by the region's administrator.",
        posts: "Posts",
        acting: "acting",
        from: "since",
        until: "until",
        no_posts: "You hold no post yet.",
        language: "Language",
        calendar: "Calendar address",
        calendar_why:
            "Subscribe to this address in Google Calendar, Outlook or a phone: all your " +
            "deadlines show there. The address is a secret.",
        make: "Make a calendar address",
        renew: "Replace the address",
        end: "End the address",
        made: (at: string | number) => `Made ${at}. The address is shown once only.`,
        made_now: "The calendar address was made. Copy it now: it is shown once only.",
        ended: "The calendar address was ended.",
        address: "Address",
        safety: "Safety of the sign-in",
        second_on: "Second code at sign-in: on.",
        second_off:
            "Second code at sign-in: off. Ask an administrator for it if you sign off or approve.",
        password: "Change the password",
        present: "Present password",
        wanted: "New password",
        rule: "12 characters or more.",
        changed: "The password was changed. You were signed out on other devices.",
        forgotten: "Forgotten it? Ask your region's administrator for a new activation code.",
        none: "–",
    },
});

type Me = Shapes["user"] & { email?: string | null; second_factor?: boolean };

export function Self() {
    const user = use_one<Me>(`users/${me.id}`);
    return (
        <Read from={user}>
            {(it) => (
                <>
                    <section class="card" aria-labelledby="account">
                        <h2 id="account">{say.who}</h2>
                        <dl class="facts">
                            <div>
                                <dt>{say.name}</dt>
                                <dd>{it.name}</dd>
                            </div>
                            <div>
                                <dt>{say.username}</dt>
                                <dd>{it.username}</dd>
                            </div>
                            <div>
                                <dt>{say.email}</dt>
                                <dd>{it.email ?? say.none}</dd>
                            </div>
                        </dl>
                        <p class="hint">{say.ask}</p>
                        <Language user={it} />
                    </section>
                    <Posts user={it} />
                    <Calendar />
                    <section class="card" aria-labelledby="safety">
                        <h2 id="safety">{say.safety}</h2>
                        <p>{it.second_factor ? say.second_on : say.second_off}</p>
                        <Password username={it.username} />
                    </section>
                </>
            )}
        </Read>
    );
}

function Language(asked: { user: Me }) {
    const sending = use_sending();
    const choose = (chosen: string) =>
        sending.run(async () => {
            await send("PATCH", `users/${asked.user.id}`, { locale: chosen }, asked.user.version);
            location.reload();
        });
    return (
        <fieldset>
            <legend>
                <strong>{say.language}</strong>
            </legend>
            <ErrorSummary problem={sending.problem} />
            <div class="chips">
                {[
                    ["id", "Bahasa Indonesia"],
                    ["en", "English"],
                ].map(([name, title]) => (
                    <button
                        key={name}
                        type="button"
                        class="chip"
                        lang={name}
                        aria-pressed={locale === name}
                        disabled={sending.is_busy}
                        onClick={() => locale !== name && void choose(name!)}
                    >
                        {title}
                    </button>
                ))}
            </div>
        </fieldset>
    );
}

// Neither is kept on the device: it is short, and a secret.
function Password(asked: { username: string }) {
    const [present, type_present] = useState("");
    const [wanted, type_wanted] = useState("");
    const sending = use_sending();
    async function change(event: Event) {
        event.preventDefault();
        const is_done = await sending.run(async () => {
            await send("POST", "session/password", {
                current_password: present,
                new_password: wanted,
            });
            return say.changed;
        });
        if (!is_done) return;
        type_present("");
        type_wanted("");
    }
    return (
        <details>
            <summary>{say.password}</summary>
            <form onSubmit={(event) => void change(event)}>
                <ErrorSummary problem={sending.problem} field_of={field_of("password")} />
                <input hidden readOnly autoComplete="username" value={asked.username} />
                <Input
                    form="password"
                    name="current_password"
                    label={say.present}
                    hint={say.forgotten}
                    type="password"
                    completion="current-password"
                    value={present}
                    on_text={type_present}
                    sending={sending}
                    is_required
                />
                <Input
                    form="password"
                    name="new_password"
                    label={say.wanted}
                    hint={say.rule}
                    type="password"
                    completion="new-password"
                    value={wanted}
                    on_text={type_wanted}
                    sending={sending}
                    is_required
                />
                <div class="buttons">
                    <button class="primary" disabled={sending.is_busy}>
                        {say.password}
                    </button>
                </div>
            </form>
        </details>
    );
}

function Posts(asked: { user: Me }) {
    return (
        <section class="card" aria-labelledby="my-posts">
            <h2 id="my-posts">{say.posts}</h2>
            {!asked.user.appointments.length && <p>{say.no_posts}</p>}
            <ul>
                {asked.user.appointments.map((post) => (
                    <li key={post.id}>
                        <strong>{roles[post.role] ?? post.role}</strong>
                        {post.acting && ` (${say.acting})`},{" "}
                        {post.agency?.name ?? post.region?.name}
                        <span class="hint">
                            {" "}
                            {say.from} {day(post.from)}
                            {post.to && ` ${say.until} ${day(post.to)}`}
                        </span>
                    </li>
                ))}
            </ul>
        </section>
    );
}

function Calendar() {
    const calendar = use_one<Shapes["calendar"]>("me/calendar");
    const [fresh, show] = useState<string | null>(null);
    const sending = use_sending();
    const make = () =>
        sending.run(async () => {
            const made = await send<Shapes["calendar"]>("POST", "me/calendar", {});
            show(made.url);
            calendar.set({ ...made, url: null });
            return say.made_now;
        });
    const end = (version: number) =>
        sending.run(async () => {
            await send("DELETE", "me/calendar", undefined, version);
            show(null);
            await calendar.reload();
            return say.ended;
        });
    // None yet is answered by 404.
    const has_one = calendar.data && calendar.problem?.status !== 404;
    return (
        <section class="card" aria-labelledby="calendar">
            <h2 id="calendar">{say.calendar}</h2>
            <p>{say.calendar_why}</p>
            <ErrorSummary problem={sending.problem} />
            {fresh && (
                <label>
                    {say.address}
                    <input
                        readOnly
                        value={fresh}
                        onFocus={(event) => event.currentTarget.select()}
                    />
                </label>
            )}
            {has_one && <p class="hint">{say.made(moment(calendar.data?.made_at))}</p>}
            <div class="buttons">
                <button
                    type="button"
                    disabled={sending.is_busy || calendar.is_loading}
                    onClick={() => void make()}
                >
                    {has_one ? say.renew : say.make}
                </button>
                {has_one && (
                    <button
                        type="button"
                        disabled={sending.is_busy}
                        onClick={() => void end(calendar.data!.version)}
                    >
                        {say.end}
                    </button>
                )}
            </div>
        </section>
    );
}
