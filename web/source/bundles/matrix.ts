// The matrix, and one row of it on a phone.
import "../shared";
export { default as matrix } from "../matrix/matrix";
export { default as action } from "../matrix/action";
