// The regions as a map of equal squares: a short name, the state in a word and as a colour.
import { state_title, words } from "../words/words";

const say = words({
    id: {
        title: "Peta petak wilayah",
        not_drafted: "belum disusun",
        not_submitted: "belum diajukan",
        late: (count: string | number) => `terlambat ${count}`,
    },
    en: {
        title: "Tile map of the regions",
        not_drafted: "not drafted",
        not_submitted: "not submitted",
        late: (count: string | number) => `late ${count}`,
    },
});

export interface RegionRow {
    region: { code: string; name: string };
    plan: string | null;
    kind_version: number | null;
    year: number | null;
    years: number | null;
    state: string;
    periods: {
        code: string;
        title: string;
        from: string;
        to: string;
        signed: number;
        reported: number;
        open: number;
        overdue: number;
        total?: number;
        infeasible?: number;
        not_reported?: number;
    }[];
}

export const short_name = (name: string) => name.replace(/^(Kabupaten|Kota|Provinsi) /, "");
export const has_plan = (row: RegionRow) => row.plan !== null || row.state !== "not_drafted";

// A region's state: of its plan, or why there is none to be seen.
export function region_state(state: string): string {
    if (state === "not_drafted") return say.not_drafted;
    if (state === "not_submitted") return say.not_submitted;
    return state_title("plans", state);
}

export const overdue_of = (row: RegionRow) =>
    row.periods.reduce((sum, each) => sum + each.overdue, 0);
const total_of = (row: RegionRow) => row.periods.reduce((sum, each) => sum + (each.total ?? 0), 0);

export function colour_of(row: RegionRow): string {
    if (overdue_of(row)) return "merah";
    if (total_of(row)) return "hijau"; // targets run: a revision is in force
    return has_plan(row) ? "kuning" : "none";
}

export function RegionTiles(asked: { rows: RegionRow[]; address: (row: RegionRow) => string }) {
    return (
        <ul class="tiles" aria-label={say.title}>
            {asked.rows.map((row) => (
                <li key={row.region.code}>
                    <a class={`tile ${colour_of(row)}`} href={asked.address(row)}>
                        <strong>{short_name(row.region.name)}</strong>
                        <span>{region_state(row.state)}</span>
                        {overdue_of(row) > 0 && <span>{say.late(overdue_of(row))}</span>}
                    </a>
                </li>
            ))}
        </ul>
    );
}
