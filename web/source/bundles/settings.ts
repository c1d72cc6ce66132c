// People, posts, agencies, days, mails and definitions.
import "../shared";
export { default as settings } from "../settings/settings";
