// Small things that most bundles want. Each bundle takes all of them in, so that they come in one
// file and not in a request each; packed together they are smaller, too.
import "./parts/bulk";
import "./parts/comments";
import "./parts/dialog";
import "./parts/reminder";
import "./parts/returned";
import "./parts/table";
import "./parts/waiting";
import "./server/commands";
import "./typed/kept";
import "./typed/typing";
import "./words/reminder";
