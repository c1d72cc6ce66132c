// What is shown once and never again: a code, a token.
import { Dialog } from "../parts/dialog";

export function ShownOnce(asked: {
    title: string;
    secret: string;
    why: string;
    seen: string;
    on_close: () => void;
}) {
    return (
        <Dialog title={asked.title} on_close={asked.on_close}>
            <input
                readOnly
                value={asked.secret}
                aria-labelledby="dialog-title"
                autoFocus
                onFocus={(event) => event.currentTarget.select()}
            />
            <p>{asked.why}</p>
            <div class="buttons">
                <button type="button" class="primary" onClick={asked.on_close}>
                    {asked.seen}
                </button>
            </div>
        </Dialog>
    );
}
