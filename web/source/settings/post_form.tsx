// The form of a post: a new one, or one that is handed over, which ends the former one today.
import { me, roles, type Shapes } from "../first";
import { today } from "../format";
import { use_kept } from "../kept";
import { ErrorSummary } from "../parts/basics";
import { words } from "../words";
import { Input } from "./input";
import type { User } from "./people";
import type { Post } from "./posts";
import { field_of, send, use_sending } from "./sending";

const say = words({
    id: {
        user: "Orang",
        successor: "Diserahkan kepada",
        choose: "Pilih…",
        role: "Jabatan",
        agency: "Perangkat daerah",
        region_post: "– (jabatan wilayah)",
        region: "Wilayah (kode)",
        region_hint: "Untuk jabatan wilayah; kosong: wilayah Anda.",
        from: "Mulai",
        to: "Sampai",
        to_hint: "Kosong: tanpa batas.",
        acting: "Sebagai Plt/Plh (pelaksana tugas atau harian)",
        end: "Jabatan pemegang sekarang berakhir hari ini",
        make: "Tetapkan jabatan",
        hand_over: "Serahkan jabatan",
        made: "Jabatan ditetapkan.",
        handed: (name: string | number) => `Jabatan diserahkan kepada ${name}.`,
    },
    en: {
        user: "Person",
        successor: "Handed over to",
        choose: "Choose…",
        role: "Post",
        agency: "Agency",
        region_post: "– (a post of the region)",
        region: "Region (code)",
        region_hint: "For a post of the region; empty: your region.",
        from: "From",
        to: "Until",
        to_hint: "Empty: without end.",
        acting: "Acting",
        end: "The present holder's post ends today",
        make: "Appoint",
        hand_over: "Hand the post over",
        made: "The post was given.",
        handed: (name: string | number) => `The post was handed over to ${name}.`,
    },
});

const my_region = () =>
    me.appointments.find((each) => each.role === "administrator")?.region?.code ?? null;

interface Typed {
    user: string;
    role: string;
    agency: string;
    region: string;
    from: string;
    to: string;
    acting: boolean;
    ends_former: boolean;
}

export function PostForm(asked: {
    former?: Post;
    users: User[];
    agencies: Shapes["agency"][];
    on_done: () => Promise<void>;
}) {
    const { former } = asked;
    const form = use_kept<Typed>(`settings/post/${former?.id ?? "new"}`, {
        user: "",
        role: former?.role ?? "agency_staff",
        agency: former?.agency?.id ?? "",
        region: former?.agency ? "" : (former?.region?.code ?? ""),
        from: today(),
        to: "",
        acting: false,
        ends_former: true,
    });
    const sending = use_sending();
    const typed = form.value;
    const set = (name: keyof Typed) => (value: string | boolean) =>
        form.set({ ...typed, [name]: value });
    const form_name = former ? "hand-over" : "post"; // both may be on the page
    const line = { form: form_name, sending };

    async function save(event: Event) {
        event.preventDefault();
        await sending.run(async () => {
            const made = await send<Post>("POST", "appointments", {
                user: typed.user,
                role: typed.role,
                ...(typed.agency
                    ? { agency: typed.agency }
                    : { region: typed.region || my_region() }),
                from: typed.from || null,
                to: typed.to || null,
                acting: typed.acting,
            });
            if (former && typed.ends_former)
                await send("DELETE", `appointments/${former.id}`, undefined, former.version);
            form.clear();
            await asked.on_done();
            return former ? say.handed(made.user.name) : say.made;
        });
    }

    return (
        <form onSubmit={(event) => void save(event)}>
            <ErrorSummary problem={sending.problem} field_of={field_of(form_name)} />
            <div class="pair">
                <Input
                    {...line}
                    name="user"
                    label={former ? say.successor : say.user}
                    value={typed.user}
                    on_text={set("user")}
                    is_required
                >
                    <option value="">{say.choose}</option>
                    {asked.users.map((user) => (
                        <option key={user.id} value={user.id}>
                            {user.name} ({user.username})
                        </option>
                    ))}
                </Input>
                {!former && <Where typed={typed} set={set} line={line} agencies={asked.agencies} />}
                <Input
                    {...line}
                    name="from"
                    label={say.from}
                    type="date"
                    value={typed.from}
                    on_text={set("from")}
                    is_required
                />
                <Input
                    {...line}
                    name="to"
                    label={say.to}
                    type="date"
                    hint={say.to_hint}
                    value={typed.to}
                    on_text={set("to")}
                />
            </div>
            <Check
                label={say.acting}
                is_on={typed.acting}
                on_change={(on) => form.set({ ...typed, acting: on })}
            />
            {former && (
                <Check
                    label={say.end}
                    is_on={typed.ends_former}
                    on_change={(on) => form.set({ ...typed, ends_former: on })}
                />
            )}
            <div class="buttons">
                <button class="primary" disabled={sending.is_busy}>
                    {former ? say.hand_over : say.make}
                </button>
            </div>
        </form>
    );
}

function Check(asked: { label: string; is_on: boolean; on_change: (is_on: boolean) => void }) {
    return (
        <label class="check">
            <input
                type="checkbox"
                checked={asked.is_on}
                onChange={(event) => asked.on_change(event.currentTarget.checked)}
            />
            {asked.label}
        </label>
    );
}

function Where(asked: {
    typed: Typed;
    set: (name: keyof Typed) => (value: string) => void;
    line: { form: string; sending: ReturnType<typeof use_sending> };
    agencies: Shapes["agency"][];
}) {
    const { typed, set, line } = asked;
    return (
        <>
            <Input
                {...line}
                name="role"
                label={say.role}
                value={typed.role}
                on_text={set("role")}
                is_required
            >
                {Object.entries(roles).map(([name, title]) => (
                    <option key={name} value={name}>
                        {title}
                    </option>
                ))}
            </Input>
            <Input
                {...line}
                name="agency"
                label={say.agency}
                value={typed.agency}
                on_text={set("agency")}
            >
                <option value="">{say.region_post}</option>
                {asked.agencies.map((agency) => (
                    <option key={agency.id} value={agency.id}>
                        {agency.name}
                    </option>
                ))}
            </Input>
            {!typed.agency && (
                <Input
                    {...line}
                    name="region"
                    label={say.region}
                    hint={say.region_hint}
                    value={typed.region}
                    on_text={set("region")}
                />
            )}
        </>
    );
}
