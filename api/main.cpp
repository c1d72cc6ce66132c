// Wires everything; nothing else knows all. Reads the command line and hands over to a verb. The
// one place that asks what time it really is.
#include "api/verbs/config_file.hpp"
#include "api/verbs/private_data.hpp"
#include "api/verbs/verbs.hpp"
#include "api/words/sentences.hpp"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>

namespace {

workflow::instant real_time()
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now());
}

// What the verbs fill in; lives as long as the command line is read and carried out.
struct options {
    int code{};
    std::string directory;
    bool errors{};
    std::string kind;
    std::filesystem::path data;
    api::database_at database{{}, real_time, {}};
    api::new_administrator administrator;
    std::string username;
    api::new_token_wanted token{{}, {}, 90};
    std::string token_id;
    api::rehearse_options rehearsal;
    api::import_wanted sheet;
    api::serve_options serve;
    std::string config; // read before the line is
    api::demo_options demo;
    std::string day;
};

constexpr const char* database_variable = "RAMPUNG_DATABASE";

// A password in the database's URL need not stand in the list of processes: it may come from a file
// or the environment. What the verb makes is for the owner's eyes alone.
void take_config(CLI::App& verb, options& o)
{
    verb.add_option("--config", o.config, "a file with these options: database = \"mysql://…\"");
    verb.preparse_callback([](std::size_t) { api::make_private_files(); });
}

void take_database(CLI::App& verb, std::string& into)
{
    verb.add_option("--database", into,
                    "sqlite:///path or mysql://user:password@host/name; else RAMPUNG_DATABASE")
        ->required();
}

CLI::App* verb(CLI::App& parent, const char* name, const char* does, options& o)
{
    CLI::App* out = parent.add_subcommand(name, does);
    take_database(*out, o.database.url);
    take_config(*out, o);
    return out;
}

void take_kinds(CLI::App& verb, std::filesystem::path& into)
{
    verb.add_option("--kinds", into, "a directory with further kinds of plan");
}

void add_user_verbs(CLI::App& rampung, options& o)
{
    CLI::App* user = rampung.add_subcommand("user", "the first administrator, and new codes");
    user->require_subcommand(1);
    CLI::App* add = verb(*user, "add-administrator", "makes an account and prints its code", o);
    add->add_option("--username", o.administrator.username)->required();
    add->add_option("--name", o.administrator.name, "as people know them")->required();
    add->add_option("--region", o.administrator.region, "code; 00 for everything")->required();
    add->callback([&o] { o.code = api::add_administrator(o.database, o.administrator); });
    CLI::App* reset = verb(*user, "reset", "prints a new code and drops the second factor", o);
    reset->add_option("--username", o.username)->required();
    reset->callback([&o] { o.code = api::reset_user(o.database, o.username); });
    CLI::App* factor =
        verb(*user, "set-second-factor", "prints what an authenticator app takes", o);
    factor->add_option("--username", o.username)->required();
    factor->callback([&o] { o.code = api::set_second_factor(o.database, o.username); });
}

void add_token_verbs(CLI::App& rampung, options& o)
{
    CLI::App* token = rampung.add_subcommand("token", "tokens by which machines ask");
    token->require_subcommand(1);
    CLI::App* create = verb(*token, "create", "makes a token and prints it, once", o);
    create->add_option("--username", o.token.username, "in whose name")->required();
    create->add_option("--name", o.token.name, "what it is for")->required();
    create->add_option("--days", o.token.days, "how long it is good")->check(CLI::Range(1, 366));
    create
        ->add_option("--scope", o.token.scopes,
                     "read, report or directory, repeatable; without: all that the person may")
        ->check(CLI::IsMember({"read", "report", "directory"}));
    create->add_option("--region", o.token.region, "with --scope: nothing outside that region");
    create->callback([&o] { o.code = api::create_token(o.database, o.token); });
    CLI::App* list = verb(*token, "list", "those that are good", o);
    list->add_option("--username", o.username)->required();
    list->callback([&o] { o.code = api::list_tokens(o.database, o.username); });
    CLI::App* revoke = verb(*token, "revoke", "ends a token at once", o);
    revoke->add_option("--username", o.username)->required();
    revoke->add_option("--id", o.token_id)->required();
    revoke->callback([&o] { o.code = api::revoke_token(o.database, o.username, o.token_id); });
}

void add_rehearse(CLI::App& rampung, options& o)
{
    CLI::App* rehearse = verb(rampung, "rehearse", "every message of a year; sends nothing", o);
    rehearse->add_option("--year", o.rehearsal.year)->required()->check(CLI::Range(2000, 2100));
    rehearse->add_option("--region", o.rehearsal.region, "code, with those below; 00 for all");
    take_kinds(*rehearse, o.database.kinds);
    auto* format = rehearse->add_option("--format", "table or json, as the API");
    format->check(CLI::IsMember({"table", "json"}));
    rehearse->callback([&o, format] {
        o.rehearsal.as_json = format->count() > 0 && format->as<std::string>() == "json";
        o.code = api::rehearse(o.database, o.rehearsal);
    });
}

void add_import(CLI::App& rampung, options& o)
{
    CLI::App* taken = verb(rampung, "import", "a spreadsheet into a draft, all or nothing", o);
    taken->add_option("--kind", o.sheet.kind, "rad_pks")->required();
    taken->add_option("--region", o.sheet.region, "code: 62, 62.71")->required();
    taken->add_option("--year", o.sheet.year)->required()->check(CLI::Range(2000, 2100));
    taken->add_option("FILE", o.sheet.file, "ends in .xlsx or .csv")->required();
    take_kinds(*taken, o.database.kinds);
    taken->add_flag("--check", o.sheet.check_only, "only tells what would be");
    taken->callback([&o] { o.code = api::import_file(o.database, o.sheet); });
}

void add_kind_verbs(CLI::App& rampung, options& o)
{
    CLI::App* kind = rampung.add_subcommand("kind", "kinds of plan, as files");
    kind->require_subcommand(1);
    CLI::App* check = kind->add_subcommand("check", "every mistake of a directory's kinds");
    check->add_option("DIR", o.directory, "what --kinds names")->required();
    check->callback([&o] { o.code = api::check_kinds(o.directory); });
    CLI::App* made = kind->add_subcommand("new", "a file with an example of every member");
    made->add_option("NAME", o.kind, "as plans know it: rad_pks")->required();
    made->add_option("--kinds", o.directory, "where the file is made; else here");
    made->callback(
        [&o] { o.code = api::new_kind(o.kind, o.directory.empty() ? "." : o.directory); });
    CLI::App* schema = kind->add_subcommand("schema", "the JSON Schema of such files");
    schema->callback([&o] { o.code = api::print_kind_schema(); });
}

void add_serve(CLI::App& rampung, options& o)
{
    CLI::App* serve = rampung.add_subcommand("serve", "the real thing, until SIGTERM");
    take_database(*serve, o.serve.database);
    take_config(*serve, o);
    serve->add_option("--listen", o.serve.listen, "address:port; port 0: any free one");
    serve->add_option("--data", o.serve.data, "evidence, documents, mail files")->required();
    take_kinds(*serve, o.serve.kinds);
    serve->add_option("--smtp", o.serve.smtp, "smtp://user:password@host:587?starttls=required");
    serve->add_option("--mail-from", o.serve.mail_from, "the sender's address");
    serve->add_option("--base-url", o.serve.base_url, "what links in mails begin with");
    serve->add_flag("--insecure-cookies", o.serve.insecure_cookies,
                    "for plain http on the loopback");
    serve->add_option("--host", o.serve.hosts, "a Host that is served, repeatable; else any");
    serve->add_option("--proxy", o.serve.proxies, "whose X-Forwarded-For counts, repeatable");
    serve
        ->add_option("--notice-ms", o.serve.notice_ms,
                     "how long to serve on after SIGTERM, while /readyz says 503")
        ->check(CLI::Range(0, 600'000));
    serve->add_flag("--check", o.serve.check_only,
                    "tells all that would stop the start, and does not start");
    serve->callback([&o] { o.code = api::serve(o.serve, real_time); });
}

void add_demo(CLI::App& rampung, options& o)
{
    CLI::App* demo = rampung.add_subcommand("demo", "people and a plan in each stage, to be tried");
    demo->add_option("--listen", o.demo.listen, "address:port; port 0: any free one");
    demo->add_option("--data", o.demo.data, "where everything is kept");
    demo->add_option("--date", o.day, "the day on which the demo's clock starts, YYYY-MM-DD");
    // Never from the environment: a story is not to be told into the real one by mistake.
    demo->add_option("--database", o.demo.database, "another one than <data>/rampung.db");
    take_kinds(*demo, o.demo.kinds);
    take_config(*demo, o);
    demo->callback([&o, demo] {
        workflow::date day;
        if (!o.day.empty() && !workflow::parse_date(o.day, day))
            throw CLI::ValidationError(demo->get_name(), "expected --date as YYYY-MM-DD, found " +
                                                             o.day +
                                                             ": give a day like 2026-03-10");
        if (!o.day.empty()) o.demo.day = day;
        o.code = api::demo(o.demo, real_time);
    });
}

// The verb that the words name: `serve`, or `create` of `token`.
CLI::App& verb_of(CLI::App& rampung, const std::vector<std::string>& words)
{
    CLI::App* at = &rampung;
    for (const std::string& word : words) {
        const auto named =
            at->get_subcommands([&](CLI::App* each) { return each->get_name() == word; });
        if (named.empty()) break;
        at = named.front();
    }
    return *at;
}

// One file holds the options of `serve` and of what is run beside it. CLI11 would give a variable
// of the environment to all verbs at once, over what the words say to one of them.
std::vector<std::string> words_of(CLI::App& rampung, std::vector<std::string> given)
{
    CLI::App& chosen = verb_of(rampung, given);
    const CLI::App& serve = *rampung.get_subcommand("serve");
    auto words = api::with_config_file(std::move(given), [&](const std::string& name) {
        return !chosen.get_option_no_throw("--" + name) && serve.get_option_no_throw("--" + name);
    });
    const CLI::Option* database = chosen.get_option_no_throw("--database");
    const char* variable = std::getenv(database_variable);
    if (!variable || !database || !database->get_required()) return words;
    return api::with_default(std::move(words), "database", variable);
}

} // namespace

int main(int count, char** values)
{
    api::add_sentences();
    CLI::App rampung{"Rampung carries action plans from draft to the signed-off target.",
                     "rampung"};
    rampung.require_subcommand(1);
    options o;

    CLI::App* describe = rampung.add_subcommand("describe", "the machines as tables and diagrams");
    describe->add_option("--write", o.directory, "write one page a machine into this directory");
    describe->add_flag("--errors", o.errors, "what refusals say, as docs/errors.md has it");
    describe->callback(
        [&o] { o.code = o.errors ? api::describe_errors() : api::describe(o.directory); });
    CLI::App* migrate = verb(rampung, "migrate", "brings the schema to the newest version", o);
    migrate->callback([&o] { o.code = api::migrate(o.database); });
    add_user_verbs(rampung, o);
    add_token_verbs(rampung, o);
    add_rehearse(rampung, o);
    add_import(rampung, o);
    add_kind_verbs(rampung, o);
    add_serve(rampung, o);
    add_demo(rampung, o);
    CLI::App* verify = verb(rampung, "verify", "is everything still as it was decided?", o);
    verify->add_option("--data", o.data, "the data directory: its files are checked too");
    verify->callback([&o] { o.code = api::verify(o.database, o.data); });

    try {
        auto words = words_of(rampung, {values + 1, values + count});
        std::reverse(words.begin(), words.end()); // as the parser wants them
        rampung.parse(std::move(words));
    } catch (const CLI::ParseError& e) {
        return rampung.exit(e) == 0 ? api::done : api::usage_error;
    }
    return o.code;
}
