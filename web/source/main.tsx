// The start: draws the frame, finds the page of the address, and loads what draws it.
import { render, type FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { me } from "./first";
import { count_move, Empty, Loading } from "./parts/basics";
import { Frame } from "./parts/frame";
import { use_place, type Place } from "./route";
import { words } from "./words";

const say = words({
    id: {
        failed: "Halaman ini tidak dapat dimuat. Periksa sambungan, lalu muat ulang.",
        reload: "Muat ulang",
        missing: "Halaman tidak ditemukan.",
    },
    en: {
        failed: "This page cannot be loaded. Check the connection, then reload.",
        reload: "Reload",
        missing: "Page not found.",
    },
});

export interface PageProperties {
    place: Place;
}
type Page = FunctionComponent<PageProperties>;
type Loader = () => Promise<Record<string, Page>>;

// Pages that one visits together come as one file; web/pages.json says which.
const bundles: Record<string, Loader> = {
    start: () => import("./bundles/start"),
    plans: () => import("./bundles/plans"),
    matrix: () => import("./bundles/matrix"),
    targets: () => import("./bundles/targets"),
    oversight: () => import("./bundles/oversight"),
    settings: () => import("./bundles/settings"),
};

const loaded = new Map<string, Page>();

function Shown(asked: { place: Place }) {
    const { page: name, bundle } = asked.place;
    const [, redraw] = useState(0);
    const [has_failed, fail] = useState(false);
    useEffect(() => {
        fail(false);
        if (loaded.has(name)) return;
        const loader = bundles[bundle];
        if (!loader) return fail(true);
        loader().then(
            (made) => {
                for (const [each, drawn] of Object.entries(made)) loaded.set(each, drawn);
                redraw((count) => count + 1);
            },
            () => fail(true),
        );
    }, [name]);
    const Drawn = loaded.get(name);
    if (Drawn) return <Drawn key={asked.place.path} place={asked.place} />;
    if (has_failed)
        return (
            <Empty>
                <p>{say.failed}</p>
                <button type="button" onClick={() => location.reload()}>
                    {say.reload}
                </button>
            </Empty>
        );
    return <Loading />;
}

function App() {
    const place = use_place();
    const [path, move] = useState(place?.path);
    if (place && place.path !== path) {
        count_move();
        move(place.path);
    }
    if (!place) return <Empty>{say.missing}</Empty>;
    return (
        <Frame path={place.path}>
            <Shown place={place} />
        </Frame>
    );
}

const root = document.getElementById("app");
if (root && me) render(<App />, root);
