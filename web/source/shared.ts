// Small things that most bundles want. Each bundle takes all of them in, so that they come in one
// file and not in a request each.
import "./commands";
import "./kept";
import "./parts/bulk";
import "./parts/dialog";
import "./parts/table";
import "./waiting";
