// What several sections ask first: a year, and a region of those I look after; kept in the address.
import { set_query } from "../parts/route";
import { use_list } from "../server/reading";
import { me } from "../words/first";
import { today } from "../words/format";
import { words } from "../words/words";

const say = words({
    id: { year: "Tahun", region: "Wilayah" },
    en: { year: "Year", region: "Region" },
});

export const own_region = () => me.appointments[0]?.region?.code ?? "00";
export const year_of = (query: URLSearchParams) =>
    Number(query.get("tahun") ?? today().slice(0, 4));
export const region_of = (query: URLSearchParams) => query.get("wilayah") ?? own_region();

export function YearChoice(asked: { year: number }) {
    const now = Number(today().slice(0, 4));
    const years = [...new Set([now - 1, now, now + 1, asked.year])].sort();
    return (
        <label>
            {say.year}
            <select
                value={asked.year}
                onChange={(event) => set_query({ tahun: event.currentTarget.value, hari: null })}
            >
                {years.map((year) => (
                    <option key={year}>{year}</option>
                ))}
            </select>
        </label>
    );
}

// My region, those below and those above it.
export function RegionChoice(asked: { region: string }) {
    const regions = use_list<{ code: string; name: string }>("regions?limit=200");
    const own = own_region();
    const shown = (regions.data ?? []).filter(
        ({ code }) =>
            code === "00" ||
            own === "00" ||
            code.startsWith(own) ||
            own.startsWith(`${code}.`) ||
            code === asked.region,
    );
    return (
        <label class="long">
            {say.region}
            <select
                value={asked.region}
                onChange={(event) => set_query({ wilayah: event.currentTarget.value, hari: null })}
            >
                {!shown.length && <option value={asked.region}>{asked.region}</option>}
                {shown.map((each) => (
                    <option key={each.code} value={each.code}>
                        {each.name}
                    </option>
                ))}
            </select>
        </label>
    );
}
