#pragma once
// The verbs of the command line: each takes its options and returns the process's exit code.
// 0 done, 1 the answer is no, 2 usage, 3 cannot reach what it needs.
#include "workflow/days/clock.hpp"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace api {

enum exit_code : int { done = 0, answer_is_no = 1, usage_error = 2, unreachable = 3 };

// Prints the machines as tables and diagrams, or writes a page of each into a directory.
int describe(const std::string& directory);
int describe_errors();

// Where a verb's database is, and what time it is there.
struct database_at {
    std::string url;
    workflow::clock clock;
    std::filesystem::path kinds{}; // a directory with further kinds, or empty
};

// The schema to this binary's version, and the regions it knows. Safe to run again.
int migrate(const database_at&);

struct new_administrator {
    std::string username;
    std::string name;
    std::string region; // code; 00: of everything
};
// Both print a one-time code by which a password is chosen; passwords are never arguments.
int add_administrator(const database_at&, const new_administrator&);
int reset_user(const database_at&, const std::string& username); // also drops a second factor
// From now on signing in asks for the codes of the authenticator app that takes what is printed.
int set_second_factor(const database_at&, const std::string& username);

struct new_token_wanted {
    std::string username; // in whose name the machine asks
    std::string name;     // what it is for
    int days{};
    std::vector<std::string> scopes{}; // none: all that its person may
    std::string region{};              // code; empty: wherever its person may
};
int create_token(const database_at&, const new_token_wanted&); // printed once
int list_tokens(const database_at&, const std::string& username);
int revoke_token(const database_at&, const std::string& username, const std::string& id);

struct rehearse_options {
    int year{};
    std::string region{"00"}; // code, with those below
    bool as_json{};           // as the API; otherwise a table
};
// Prints every message of the year. Sends nothing, changes nothing.
int rehearse(const database_at&, const rehearse_options&);

struct import_wanted {
    std::string kind;
    std::string region;
    int year{};
    std::filesystem::path file; // .xlsx or .csv
    bool check_only{};
};
// Into the open draft of that region, kind and year, which is made when there is none. Prints how
// many actions are new, or what is wrong by row and column; then nothing was saved.
int import_file(const database_at&, const import_wanted&);

struct serve_options {
    std::string database;
    std::string listen{"127.0.0.1:8080"};
    std::filesystem::path data;
    std::filesystem::path kinds{}; // further kinds
    std::string smtp{};            // empty: mail is written to <data>/mail
    std::string mail_from{};
    std::string base_url{};
    bool insecure_cookies{};
    std::vector<std::string> hosts{};   // names the site is served under; empty: any
    std::vector<std::string> proxies{}; // addresses whose X-Forwarded-For counts
    int notice_ms{};                    // between /readyz 503 and the end
    bool check_only{};
};
// Until SIGTERM or SIGINT. With `check_only` it serves nothing and changes nothing: all that would
// stop the start is printed, a line each.
int serve(const serve_options&, const workflow::clock& real);

struct demo_options {
    std::string listen{"127.0.0.1:8080"};
    std::filesystem::path data{"demo-data"};
    std::optional<workflow::date> day{};
    std::string database{};        // empty: <data>/rampung.db
    std::filesystem::path kinds{}; // further kinds
};
int demo(const demo_options&, const workflow::clock& real);

// Reads every kind of the directory as `--kinds` would, and prints what each says, or all that is
// wrong with it. A directory without kinds is answered no.
int check_kinds(const std::filesystem::path& directory);
// Writes NAME.json with an example of every member into the directory; never over a file.
int new_kind(const std::string& name, const std::filesystem::path& directory);
// Prints the JSON Schema of a kind's file.
int print_kind_schema();

// Holds everything stored against its history, and the files too where `data` is given; one
// sentence on standard output names plan and seq of the first fault. Writes nothing.
int verify(const database_at&, const std::filesystem::path& data);

} // namespace api
