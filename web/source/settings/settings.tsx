// Pengaturan: one section at a time, each with its own address; who has no use for one does not see
// it.
import { Empty, Title } from "../parts/basics";
import type { PageProperties } from "../parts/route";
import { has_role } from "../words/first";
import { words } from "../words/words";
import { Agencies } from "./agencies";
import { Days } from "./days";
import { Definitions } from "./definitions";
import { Messages } from "./messages";
import { People } from "./people";
import { Posts } from "./posts";
import { Rehearsal } from "./rehearsal";
import { Self } from "./self";
import { Tokens } from "./tokens";
import { SystemState } from "./upkeep";

const say = words({
    id: {
        title: "Pengaturan",
        sections: "Bagian pengaturan",
        missing: "Bagian ini tidak ada.",
        saya: "Saya",
        orang: "Orang",
        jabatan: "Jabatan",
        "perangkat-daerah": "Perangkat daerah",
        kalender: "Kalender",
        pengingat: "Pengingat",
        pesan: "Pesan",
        definisi: "Definisi",
        token: "Token",
        keadaan: "Keadaan sistem",
    },
    en: {
        title: "Settings",
        sections: "Sections of the settings",
        missing: "There is no such section.",
        saya: "Me",
        orang: "People",
        jabatan: "Posts",
        "perangkat-daerah": "Agencies",
        kalender: "Calendar",
        pengingat: "Reminders",
        pesan: "Messages",
        definisi: "Definitions",
        token: "Tokens",
        keadaan: "State of the system",
    },
});

type Section =
    | "saya"
    | "orang"
    | "jabatan"
    | "perangkat-daerah"
    | "kalender"
    | "pengingat"
    | "pesan"
    | "definisi"
    | "token"
    | "keadaan";

// The directory is the administrators' and the secretariats'; the rest is for everybody.
function sections(): Section[] {
    const sees_directory = has_role("administrator", "secretariat");
    const shown: Section[] = sees_directory
        ? [
              "saya",
              "jabatan",
              "orang",
              "perangkat-daerah",
              "kalender",
              "pengingat",
              "pesan",
              "definisi",
              "token",
          ]
        : ["saya", "perangkat-daerah", "kalender", "pesan", "definisi", "token"];
    return has_role("administrator") ? [...shown, "keadaan"] : shown;
}

export default function Settings({ place }: PageProperties) {
    const shown = sections();
    // Administrators come here for the posts.
    const wanted = place.parameters["section"] ?? (has_role("administrator") ? "jabatan" : "saya");
    const here = shown.find((each) => each === wanted);
    return (
        <>
            <Title>{here ? `${say.title}: ${say[here]}` : say.title}</Title>
            <nav class="tabs" aria-label={say.sections}>
                {shown.map((each) => (
                    <a
                        key={each}
                        href={`/pengaturan/${each}`}
                        aria-current={each === here ? "page" : undefined}
                    >
                        {say[each]}
                    </a>
                ))}
            </nav>
            {here ? (
                <Shown section={here} query={place.query} name={place.parameters["name"]} />
            ) : (
                <Empty>{say.missing}</Empty>
            )}
        </>
    );
}

function Shown(asked: { section: Section; query: URLSearchParams; name: string | undefined }) {
    const search = asked.query.get("cari") ?? "";
    switch (asked.section) {
        case "saya":
            return <Self />;
        case "orang":
            return <People search={search} />;
        case "jabatan":
            return <Posts search={search} with_past={asked.query.get("lampau") === "1"} />;
        case "perangkat-daerah":
            return <Agencies search={search} />;
        case "kalender":
            return <Days query={asked.query} />;
        case "pengingat":
            return <Rehearsal query={asked.query} />;
        case "pesan":
            return <Messages search={search} state={asked.query.get("status")} />;
        case "definisi":
            return <Definitions name={asked.name} />;
        case "token":
            return <Tokens query={asked.query} />;
        case "keadaan":
            return <SystemState />;
    }
}
