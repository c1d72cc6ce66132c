// A new plan: from an earlier one, from a spreadsheet, or empty. A sheet is tried before anything of
// it is taken over, and what is wrong in it is shown by row and column.
import { useRef, useState } from "preact/hooks";
import { ErrorSummary, Field, Loading } from "../parts/basics";
import { keep_copy_account } from "../parts/copy_account";
import { ImportAccount, is_used_up } from "../parts/import_account";
import { ImportProblems } from "../parts/import_problems";
import { announce } from "../parts/notice";
import { go } from "../parts/route";
import { kind_title, type Kind } from "../server/kinds";
import { fetch_json, once, type Problem } from "../server/server";
import {
    format_of,
    import_sheet,
    problems_in,
    sheet_accept,
    type ImportResult,
} from "../server/sheets";
import { locale, me, now, type Shapes } from "../words/first";
import { plan_years } from "../words/format";
import { is_final, state_title, words } from "../words/words";
import { Choice } from "./choice";
import { begin_copy, go_on_copying, use_sources, type Copy } from "./copy";

const say = words({
    id: {
        kind: "Jenis rencana",
        region: "Wilayah",
        year: "Tahun",
        title: "Judul",
        from: "Isi awal",
        from_plan: (title: string | number) => `Salin rencana aksi dari “${title}”`,
        copied: "Rencana yang disalin",
        from_file: "Dari berkas Excel atau CSV",
        file: "Berkas XLSX atau CSV",
        file_hint:
            "Kolom seperti pada unduhan matriks: No, Rencana Aksi, Penanggung Jawab, Target … Berkas diperiksa dahulu.",
        empty: "Kosong",
        make: "Buat rencana",
        again: "Periksa dan impor lagi",
        go_on: "Lanjutkan",
        take: "Simpan yang dipakai ke matriks",
        made_empty: "Rencana sudah dibuat, tetapi masih kosong.",
        open: "Buka rencana yang masih kosong",
        made_partly: (taken: string | number, of: string | number) =>
            `Rencana sudah dibuat; baru ${taken} dari ${of} rencana aksi tersalin.`,
        stopped_at: (title: string | number) => `Yang belum dapat disalin: “${title}”.`,
        open_partly: "Buka rencana itu",
        done: (count: string | number) => `Rencana dibuat dengan ${count} rencana aksi.`,
        done_empty: "Rencana dibuat.",
    },
    en: {
        kind: "Kind of plan",
        region: "Region",
        year: "Year",
        title: "Title",
        from: "Begin with",
        from_plan: (title: string | number) => `Copy the actions of “${title}”`,
        copied: "The plan to copy",
        from_file: "An Excel or CSV file",
        file: "XLSX or CSV file",
        file_hint:
            "Columns as in the matrix that can be downloaded: No, Rencana Aksi, Penanggung Jawab, Target … The file is checked first.",
        empty: "Nothing",
        make: "Make the plan",
        again: "Check and import again",
        go_on: "Go on",
        take: "Save what is used into the matrix",
        made_empty: "The plan was made, but it is still empty.",
        open: "Open the plan, still empty",
        made_partly: (taken: string | number, of: string | number) =>
            `The plan was made; only ${taken} of ${of} actions were copied.`,
        stopped_at: (title: string | number) => `Could not be copied yet: “${title}”.`,
        open_partly: "Open that plan",
        done: (count: string | number) => `The plan was made with ${count} actions.`,
        done_empty: "The plan was made.",
    },
});

type Plan = Shapes["plan_item"];
type Source = "plan" | "file" | "empty";

// Where I draw plans up.
function my_regions(): { code: string; name: string }[] {
    const mine = me.appointments.filter((each) => each.role === "secretariat" && each.region);
    return [...new Map(mine.map((each) => [each.region!.code, each.region!])).values()];
}

const newest_first = (one: Plan, other: Plan) => other.year - one.year;

// As its title writes its years.
const years_in = (plan: Plan): string =>
    [plan_years(plan), plan_years(plan).replace("–", "-")].find((each) =>
        plan.title.includes(each),
    ) ?? String(plan.year);

const titles_in = (kinds: Kind[], name: string): Record<string, string> =>
    Object.fromEntries(
        (kinds.find((each) => each.name === name)?.periods ?? []).map((each) => [
            each.code,
            each.title[locale],
        ]),
    );

// What has become of the plan that was made, when filling it was refused.
function Made(asked: { plan: Plan; copy: Copy | null }) {
    const { plan, copy } = asked;
    const stopped = copy?.rows[copy.taken];
    return (
        <p class="hint">
            {copy?.taken ? say.made_partly(copy.taken, copy.rows.length) : say.made_empty}{" "}
            {stopped && say.stopped_at(stopped.fields.title)}{" "}
            <a href={`/rencana/${plan.id}`}>{copy?.taken ? say.open_partly : say.open}</a>
        </p>
    );
}

// `every_kind`: in all their versions; `kinds`: those that a new plan takes.
export function NewPlan(asked: { plans: Plan[]; kinds: Kind[]; every_kind: Kind[] }) {
    const regions = my_regions();
    const before = asked.plans
        .filter((plan) => regions.some((each) => each.code === plan.region.code))
        .sort(newest_first);
    const [kind, set_kind] = useState(before[0]?.kind ?? asked.kinds[0]?.name ?? "");
    const [region, set_region] = useState(before[0]?.region.code ?? regions[0]?.code ?? "");
    const mine = before.filter((plan) => plan.kind === kind && plan.region.code === region);
    const living = mine.find((plan) => !is_final("plans", plan.state));
    const last = living ?? mine[0];
    const [typed_year, type_year] = useState<string | null>(null);
    const next = living ? living.year + living.years : now().getFullYear();
    const year = typed_year ?? String(next);
    const years = asked.kinds.find((each) => each.name === kind)?.years ?? 1;
    const shown_years = plan_years({ year: Number(year), years });
    const [typed_title, type_title] = useState<string | null>(null);
    const region_name = regions.find((each) => each.code === region)?.name ?? "";
    const title =
        typed_title ??
        (last
            ? last.title.replaceAll(years_in(last), shown_years)
            : `${kind_title(asked.kinds, kind)} ${region_name} ${shown_years}`);
    const [chosen_source, choose_source] = useState<Source | null>(null);
    const sources = use_sources(mine);
    const [chosen_plan, choose_plan] = useState<string | null>(null);
    const from = sources?.find((each) => each.id === chosen_plan) ?? sources?.[0];
    const source =
        chosen_source && (chosen_source !== "plan" || from)
            ? chosen_source
            : from
              ? "plan"
              : "file";
    const copy = useRef<Copy | null>(null);
    const [file, choose_file] = useState<File | null>(null);
    const [made, remember] = useState<Plan | null>(null);
    const [problem, fail] = useState<Problem | null>(null);
    const [told, tell] = useState<ImportResult | null>(null);
    // The file whose account was shown: asked once more, it is taken.
    const [shown, show] = useState<File | null>(null);
    const [is_busy, busy] = useState(false);

    async function make(): Promise<Plan> {
        if (made) return made;
        const fresh = await fetch_json<Plan>("/api/v1/plans", {
            method: "POST",
            headers: { "Content-Type": "application/json", ...once() },
            body: JSON.stringify({ kind, region, year: Number(year), title: title.trim() }),
        });
        remember(fresh);
        return fresh;
    }

    async function take_copy(plan: Plan, of: Plan) {
        if (copy.current?.from !== of.id)
            copy.current = await begin_copy(of, plan, asked.every_kind);
        try {
            await go_on_copying(copy.current, plan);
        } finally {
            if (copy.current.taken) keep_copy_account(plan.id, copy.current.account());
        }
        finish(plan, copy.current.taken);
    }

    async function take_file(plan: Plan, chosen: File) {
        const given = { file: chosen, format: format_of(chosen.name) };
        const tried = await import_sheet(plan.id, given, { dry_run: true });
        if (shown !== chosen && !is_used_up(tried)) {
            show(chosen);
            return tell(tried);
        }
        const taken = await import_sheet(plan.id, given, { dry_run: false });
        finish(plan, taken.accepted);
    }

    async function run(event: Event) {
        event.preventDefault();
        busy(true);
        fail(null);
        tell(null);
        try {
            const plan = await make();
            if (source === "plan" && from) await take_copy(plan, from);
            else if (source === "file" && file) await take_file(plan, file);
            else finish(plan, null);
        } catch (fault) {
            fail(fault as Problem);
            if (problems_in(fault as Problem).length)
                tell({ ...(fault as Problem).body } as ImportResult);
        } finally {
            busy(false);
        }
    }

    function finish(plan: Plan, count: number | null) {
        go(`/rencana/${plan.id}/matriks`);
        announce({ text: count === null ? say.done_empty : say.done(count) });
    }

    const choice = (name: Source, label: string) => (
        <label class="check">
            <input
                type="radio"
                name="source"
                checked={source === name}
                onChange={() => choose_source(name)}
            />
            {label}
        </label>
    );
    const next_step = source !== "file" ? say.go_on : file && shown === file ? say.take : say.again;
    const fault_of = (name: string) =>
        problem?.faults.find((each) => each.pointer === `/${name}`)?.detail ?? null;
    return (
        <form onSubmit={(event) => void run(event)}>
            <ErrorSummary problem={problem} field_of={(at) => `new-${at.slice(1)}`} />
            {made && <Made plan={made} copy={source === "plan" ? copy.current : null} />}
            {told && told.problems.length > 0 && <ImportProblems problems={told.problems} />}
            {told && (
                <ImportAccount
                    told={told}
                    period_titles={titles_in(asked.kinds, kind)}
                    own={asked.kinds.find((each) => each.name === kind)?.columns ?? []}
                />
            )}
            {!made && (
                <>
                    <div class="pair">
                        <Choice
                            id="new-kind"
                            label={say.kind}
                            value={kind}
                            options={asked.kinds.map((each) => [
                                each.name,
                                kind_title(asked.kinds, each.name),
                            ])}
                            on_choose={set_kind}
                            fault={fault_of("kind")}
                        />
                        {regions.length > 1 && (
                            <Choice
                                id="new-region"
                                label={say.region}
                                value={region}
                                options={regions.map((each) => [each.code, each.name])}
                                on_choose={set_region}
                                fault={fault_of("region")}
                            />
                        )}
                        <Field id="new-year" label={say.year} fault={fault_of("year")}>
                            <input
                                id="new-year"
                                type="number"
                                required
                                value={year}
                                onInput={(event) => type_year(event.currentTarget.value)}
                            />
                        </Field>
                    </div>
                    <Field id="new-title" label={say.title} fault={fault_of("title")}>
                        <input
                            id="new-title"
                            required
                            maxLength={200}
                            value={title}
                            onInput={(event) => type_title(event.currentTarget.value)}
                        />
                    </Field>
                </>
            )}
            {!sources && <Loading />}
            {sources && !copy.current?.taken && (
                <fieldset>
                    <legend>{say.from}</legend>
                    {from && choice("plan", say.from_plan(from.title))}
                    {choice("file", say.from_file)}
                    {choice("empty", say.empty)}
                </fieldset>
            )}
            {source === "plan" && sources && sources.length > 1 && !copy.current?.taken && (
                <Choice
                    id="new-source"
                    label={say.copied}
                    value={from?.id ?? ""}
                    options={sources.map((each) => [
                        each.id,
                        `${each.title} · ${state_title("plans", each.state)}`,
                    ])}
                    on_choose={choose_plan}
                    fault={null}
                />
            )}
            {source === "file" && (
                <Field id="new-file" label={say.file} hint={say.file_hint}>
                    <input
                        id="new-file"
                        type="file"
                        required
                        accept={sheet_accept}
                        aria-describedby="new-file-hint"
                        onChange={(event) => choose_file(event.currentTarget.files?.[0] ?? null)}
                    />
                </Field>
            )}
            <div class="buttons">
                <button class="primary" disabled={is_busy || !sources}>
                    {made ? next_step : say.make}
                </button>
            </div>
        </form>
    );
}
