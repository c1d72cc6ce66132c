// The matrix, and one row of it on a phone.
import "../shared";
export { default as matrix } from "../pages/matrix";
export { default as action } from "../pages/action";
