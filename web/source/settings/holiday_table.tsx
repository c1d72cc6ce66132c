// The days off of one year as a table, to be edited or read, and what counts while there are none.
import type { Shapes } from "../words/first";
import { day } from "../words/format";
import { words } from "../words/words";

const say = words({
    id: {
        holidays: "Hari libur",
        date: "Tanggal",
        kind: "Jenis",
        name: "Nama",
        national: "libur nasional",
        joint_leave: "cuti bersama",
        regional: "libur daerah",
        remove: "Hapus",
        remove_of: (name: string | number) => `Hapus ${name}`,
        none: "Belum ada hari libur untuk tahun dan wilayah ini.",
        fixed: (days: string | number) =>
            `Daftar libur nasional tahun ini belum dimasukkan. Sampai dimasukkan, yang dihitung ` +
            `hanya akhir pekan dan hari yang tanggalnya tetap: ${days}.`,
        begin: "Mulai dari hari yang tanggalnya tetap",
    },
    en: {
        holidays: "Days off",
        date: "Date",
        kind: "Kind",
        name: "Name",
        national: "national holiday",
        joint_leave: "joint leave",
        regional: "regional holiday",
        remove: "Remove",
        remove_of: (name: string | number) => `Remove ${name}`,
        none: "No days off for this year and region yet.",
        fixed: (days: string | number) =>
            `The national days off of this year have not been entered. Until they are, only ` +
            `weekends and the days that fall on the same date every year count: ${days}.`,
        begin: "Begin with the days of the same date",
    },
});

export type Holiday = Shapes["holiday"];

export function NoDays(asked: {
    fixed: Holiday[];
    begin: ((days: Holiday[]) => void) | undefined;
}) {
    if (!asked.fixed.length) return <p>{say.none}</p>;
    return (
        <>
            <p>{say.fixed(asked.fixed.map((each) => day(each.date)).join(", "))}</p>
            {asked.begin && (
                <button type="button" onClick={() => asked.begin?.(asked.fixed)}>
                    {say.begin}
                </button>
            )}
        </>
    );
}

const holiday_kinds = ["national", "joint_leave", "regional"] as const;

export function HolidayTable(asked: {
    rows: Holiday[];
    keeps: boolean;
    set: (at: number, change: Partial<Holiday>) => void;
    remove: (at: number) => void;
}) {
    return (
        <div class="table" tabIndex={0} role="region" aria-label={say.holidays}>
            <table class="cards">
                <thead>
                    <tr>
                        <th scope="col">{say.date}</th>
                        <th scope="col">{say.kind}</th>
                        <th scope="col">{say.name}</th>
                        {asked.keeps && (
                            <th scope="col">
                                <span class="unseen">{say.remove}</span>
                            </th>
                        )}
                    </tr>
                </thead>
                <tbody>
                    {asked.rows.map((row, at) =>
                        asked.keeps ? (
                            <tr key={at}>
                                <td data-label={say.date}>
                                    <input
                                        type="date"
                                        aria-label={`${say.date} ${at + 1}`}
                                        value={row.date}
                                        onInput={(event) =>
                                            asked.set(at, { date: event.currentTarget.value })
                                        }
                                    />
                                </td>
                                <td data-label={say.kind}>
                                    <select
                                        aria-label={`${say.kind} ${at + 1}`}
                                        value={row.kind}
                                        onChange={(event) =>
                                            asked.set(at, {
                                                kind: event.currentTarget.value as Holiday["kind"],
                                            })
                                        }
                                    >
                                        {holiday_kinds.map((kind) => (
                                            <option key={kind} value={kind}>
                                                {say[kind]}
                                            </option>
                                        ))}
                                    </select>
                                </td>
                                <td data-label={say.name}>
                                    <input
                                        aria-label={`${say.name} ${at + 1}`}
                                        value={row.name}
                                        onInput={(event) =>
                                            asked.set(at, { name: event.currentTarget.value })
                                        }
                                    />
                                </td>
                                <td>
                                    <button
                                        type="button"
                                        aria-label={say.remove_of(row.name || row.date)}
                                        onClick={() => asked.remove(at)}
                                    >
                                        {say.remove}
                                    </button>
                                </td>
                            </tr>
                        ) : (
                            <tr key={at}>
                                <th scope="row">{day(row.date)}</th>
                                <td data-label={say.kind}>{say[row.kind]}</td>
                                <td data-label={say.name}>{row.name}</td>
                            </tr>
                        ),
                    )}
                </tbody>
            </table>
        </div>
    );
}
