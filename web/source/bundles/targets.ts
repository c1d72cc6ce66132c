// Achievements: reported, and decided upon.
import "../shared";
export { default as targets } from "../target/targets";
export { default as target } from "../target/target";
export { default as verification } from "../target/verification";
