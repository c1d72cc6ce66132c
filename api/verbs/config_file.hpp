#pragma once
// `--config FILE` of a verb: options in a file, one a line, as if they stood on the command line.
//
//     listen = "127.0.0.1:8080"
//     insecure-cookies = true
//
// What stands on the command line wins over the file. All verbs may be given one file: an option
// that only another verb has is passed over.
#include <functional>
#include <string>
#include <vector>

namespace api {

// The words of a command line with those of the file that `--config` names among them, if it does,
// but for options whose names (listen, data) `is_passed_over`. Throws CLI::ParseError when the file
// cannot be read; what it says is judged as words are.
std::vector<std::string>
with_config_file(std::vector<std::string> words,
                 const std::function<bool(const std::string&)>& is_passed_over);

// The words with `--name=value` among them when none of that name is.
std::vector<std::string> with_default(std::vector<std::string> words, const std::string& name,
                                      const std::string& value);

} // namespace api
