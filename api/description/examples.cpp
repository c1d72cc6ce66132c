// Read once; a file of examples is {"asked": body or nothing, "answered": body}.
#include "api/description/examples.hpp"
#include "embedded/examples.hpp"
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

namespace api {
namespace {

namespace json = boost::json;

const json::value* member_of(std::string_view name, std::string_view member)
{
    static const json::object all = [] {
        json::object read;
        for (const auto& [file, text] : embedded::examples())
            read[file.substr(0, file.find('.'))] = json::parse(text);
        return read;
    }();
    const json::value* found = all.if_contains(name);
    return found ? found->as_object().if_contains(member) : nullptr;
}

} // namespace

const json::value* example_body_of(std::string_view operation)
{
    return member_of(operation, "asked");
}

const json::value* example_answer_of(std::string_view operation)
{
    return member_of(operation, "answered");
}

const json::value* example_problem(int status)
{
    return member_of("problem_" + std::to_string(status), "answered");
}

} // namespace api
