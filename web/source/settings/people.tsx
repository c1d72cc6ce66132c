// Orang: who has an account, a new one with its code that is shown once, and closing one.
import { useState } from "preact/hooks";
import { has_role, me, roles, type Shapes } from "../first";
import { use_kept } from "../kept";
import { ErrorSummary, Read } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { use_list } from "../reading";
import { set_query } from "../route";
import { words } from "../words";
import { Input } from "./input";
import { field_of, send, use_sending } from "./sending";

const say = words({
    id: {
        title: "Orang",
        search: "Cari nama, jabatan, atau perangkat daerah",
        name: "Nama",
        username: "Nama pengguna",
        username_hint: "Huruf kecil, angka, titik; untuk masuk.",
        email: "Surel",
        locale: "Bahasa",
        region: "Wilayah (kode)",
        region_hint: "Kosong: wilayah Anda.",
        posts: "Jabatan",
        state: "Akun",
        active: "aktif",
        waiting: "belum diaktifkan",
        disabled: "dinonaktifkan",
        fresh: "Orang baru",
        make: "Buat akun",
        made: (name: string | number) => `Akun ${name} dibuat.`,
        code: (name: string | number) => `Kode aktivasi untuk ${name}`,
        code_why:
            "Hanya ditampilkan sekali dan berlaku 7 hari. Sampaikan langsung; dengan kode ini " +
            "yang bersangkutan memilih kata sandinya di /aktivasi.",
        seen: "Sudah saya catat",
        edit: "Ubah",
        edit_of: (name: string | number) => `Ubah ${name}`,
        save: "Simpan",
        saved: "Tersimpan.",
        disable: "Nonaktifkan akun",
        enable: "Aktifkan kembali akun",
        none: "–",
    },
    en: {
        title: "People",
        search: "Search a name, post or agency",
        name: "Name",
        username: "User name",
        username_hint: "Small letters, digits, dots; to sign in with.",
        email: "E-mail",
        locale: "Language",
        region: "Region (code)",
        region_hint: "Empty: your region.",
        posts: "Posts",
        state: "Account",
        active: "active",
        waiting: "not activated yet",
        disabled: "disabled",
        fresh: "New person",
        make: "Make the account",
        made: (name: string | number) => `The account ${name} was made.`,
        code: (name: string | number) => `Activation code for ${name}`,
        code_why:
            "Shown once and good for 7 days. Hand it over directly; with it the person " +
            "chooses a password at /aktivasi.",
        seen: "I wrote it down",
        edit: "Change",
        edit_of: (name: string | number) => `Change ${name}`,
        save: "Save",
        saved: "Saved.",
        disable: "Disable the account",
        enable: "Enable the account again",
        none: "–",
    },
});

export type User = Shapes["user"] & {
    email?: string | null;
    disabled?: boolean;
    activated?: boolean;
    region?: string;
};

const post_text = (user: User) =>
    user.appointments
        .map((post) => `${roles[post.role] ?? post.role}, ${(post.agency ?? post.region)?.name}`)
        .join("; ");

function account_state(user: User): string {
    if (user.disabled === undefined) return say.none;
    if (user.disabled) return say.disabled;
    return user.activated === false ? say.waiting : say.active;
}

export function People(asked: { search: string }) {
    const users = use_list<User>("users?limit=200");
    const [edited, edit] = useState<User | null>(null);
    const keeps = has_role("administrator");
    const wanted = asked.search.toLowerCase();
    return (
        <Read from={users}>
            {(all) => {
                const shown = all.filter((user) =>
                    `${user.name} ${user.username} ${post_text(user)}`
                        .toLowerCase()
                        .includes(wanted),
                );
                return (
                    <>
                        {keeps && <NewPerson on_made={users.reload} />}
                        <label class="search-line">
                            {say.search}
                            <input
                                type="search"
                                value={asked.search}
                                onInput={(event) => set_query({ cari: event.currentTarget.value })}
                            />
                        </label>
                        <Table users={shown} on_edit={keeps ? edit : null} />
                        {edited && (
                            <EditPerson
                                user={edited}
                                on_close={() => edit(null)}
                                on_saved={async () => {
                                    edit(null);
                                    await users.reload();
                                }}
                            />
                        )}
                    </>
                );
            }}
        </Read>
    );
}

function Table(asked: { users: User[]; on_edit: ((user: User) => void) | null }) {
    return (
        <div class="table" tabIndex={0} role="region" aria-label={say.title}>
            <table class="cards">
                <thead>
                    <tr>
                        <th scope="col">{say.name}</th>
                        <th scope="col">{say.username}</th>
                        <th scope="col">{say.posts}</th>
                        <th scope="col">{say.state}</th>
                        {asked.on_edit && (
                            <th scope="col">
                                <span class="unseen">{say.edit}</span>
                            </th>
                        )}
                    </tr>
                </thead>
                <tbody>
                    {asked.users.map((user) => (
                        <tr key={user.id}>
                            <th scope="row">{user.name}</th>
                            <td data-label={say.username}>
                                {user.username}
                                {user.email && <span class="hint"> · {user.email}</span>}
                            </td>
                            <td data-label={say.posts}>{post_text(user) || say.none}</td>
                            <td data-label={say.state}>{account_state(user)}</td>
                            {asked.on_edit && (
                                <td>
                                    <button
                                        type="button"
                                        aria-label={say.edit_of(user.name)}
                                        onClick={() => asked.on_edit?.(user)}
                                    >
                                        {say.edit}
                                    </button>
                                </td>
                            )}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}

const empty = { name: "", username: "", email: "", locale: "id", region: "" };

function NewPerson(asked: { on_made: () => Promise<void> }) {
    const form = use_kept("settings/new_person", empty);
    const sending = use_sending();
    const [was_begun] = useState(() => form.value.name !== "");
    const [told, tell] = useState<{ name: string; code: string } | null>(null);
    const set = (name: keyof typeof empty) => (text: string) =>
        form.set({ ...form.value, [name]: text });
    async function make(event: Event) {
        event.preventDefault();
        const { region, ...rest } = form.value;
        await sending.run(async () => {
            const made = await send<Shapes["new_user"]>("POST", "users", {
                ...rest,
                ...(region ? { region } : {}),
            });
            tell({ name: made.name, code: made.activation_code });
            form.clear();
            await asked.on_made();
        });
    }
    const line = (name: keyof typeof empty, type?: "email", is_required = true, hint?: string) => (
        <Input
            form="person"
            name={name}
            label={say[name]}
            hint={hint}
            type={type}
            value={form.value[name]}
            on_text={set(name)}
            sending={sending}
            is_required={is_required}
        />
    );
    return (
        <>
            <details class="card" open={was_begun}>
                <summary>{say.fresh}</summary>
                <form onSubmit={(event) => void make(event)}>
                    <ErrorSummary problem={sending.problem} field_of={field_of("person")} />
                    <div class="pair">
                        {line("name")}
                        {line("username", undefined, true, say.username_hint)}
                        {line("email", "email")}
                        <Input
                            form="person"
                            name="locale"
                            label={say.locale}
                            value={form.value.locale}
                            on_text={set("locale")}
                            sending={sending}
                        >
                            <option value="id">Bahasa Indonesia</option>
                            <option value="en">English</option>
                        </Input>
                        {line("region", undefined, false, say.region_hint)}
                    </div>
                    <div class="buttons">
                        <button class="primary" disabled={sending.is_busy}>
                            {say.make}
                        </button>
                    </div>
                </form>
            </details>
            {told && (
                <Dialog title={say.made(told.name)} on_close={() => tell(null)}>
                    <label>
                        {say.code(told.name)}
                        <input
                            readOnly
                            value={told.code}
                            autoFocus
                            onFocus={(event) => event.currentTarget.select()}
                        />
                    </label>
                    <p>{say.code_why}</p>
                    <div class="buttons">
                        <button type="button" class="primary" onClick={() => tell(null)}>
                            {say.seen}
                        </button>
                    </div>
                </Dialog>
            )}
        </>
    );
}

function EditPerson(asked: { user: User; on_close: () => void; on_saved: () => Promise<void> }) {
    const { user } = asked;
    const [name, type_name] = useState(user.name);
    const [email, type_email] = useState(user.email ?? "");
    const sending = use_sending();
    const save = (change: object) =>
        sending.run(async () => {
            await send("PATCH", `users/${user.id}`, change, user.version);
            await asked.on_saved();
            return say.saved;
        });
    return (
        <Dialog title={say.edit_of(user.name)} on_close={asked.on_close}>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    void save({ name, email: email || null });
                }}
            >
                <ErrorSummary problem={sending.problem} field_of={field_of("edit")} />
                <Input
                    form="edit"
                    name="name"
                    label={say.name}
                    value={name}
                    on_text={type_name}
                    sending={sending}
                    is_required
                />
                <Input
                    form="edit"
                    name="email"
                    label={say.email}
                    type="email"
                    value={email}
                    on_text={type_email}
                    sending={sending}
                />
                <div class="buttons">
                    <button class="primary" disabled={sending.is_busy}>
                        {say.save}
                    </button>
                    {user.id !== me.id && (
                        <button
                            type="button"
                            disabled={sending.is_busy}
                            onClick={() => void save({ disabled: !user.disabled })}
                        >
                            {user.disabled ? say.enable : say.disable}
                        </button>
                    )}
                </div>
            </form>
        </Dialog>
    );
}
