#pragma once
// What is printed to both standard streams while it lives.
#include <iostream>
#include <sstream>
#include <string>

namespace support {

class overheard {
public:
    overheard() : out_(std::cout.rdbuf(out.rdbuf())), err_(std::cerr.rdbuf(err.rdbuf())) {}
    ~overheard()
    {
        std::cout.rdbuf(out_);
        std::cerr.rdbuf(err_);
    }
    overheard(const overheard&) = delete;
    overheard& operator=(const overheard&) = delete;

    std::ostringstream out;
    std::ostringstream err;

    // Of a line "name: value"; empty when there is none.
    std::string value_of(const std::string& name) const
    {
        const std::string all = out.str();
        const auto at = all.find(name + ": ");
        if (at == all.npos) return {};
        const auto from = at + name.size() + 2;
        return all.substr(from, all.find('\n', from) - from);
    }

private:
    std::streambuf* out_;
    std::streambuf* err_;
};

} // namespace support
