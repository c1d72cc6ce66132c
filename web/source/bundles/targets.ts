// Achievements: reported, and decided upon.
import "../shared";
export { default as targets } from "../pages/targets";
export { default as target } from "../pages/target";
export { default as verification } from "../pages/verification";
