// An office's file on its way into a plan, which few people meet and nobody else waits for.
import "../shared";
export { default as import_page } from "../import/import_page";
