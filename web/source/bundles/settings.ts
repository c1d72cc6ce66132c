// People, posts, agencies, days, mails and definitions.
export { default as settings } from "../pages/settings";
