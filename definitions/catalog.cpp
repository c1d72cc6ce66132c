// The list of workflows, made when first asked for.
#include "definitions/catalog.hpp"

namespace definitions {

workflow::definition rad_drafting();
workflow::definition opd_review();
workflow::definition sahli_approval();
workflow::definition target_signoff();
workflow::definition period_report();

const std::vector<workflow::definition>& catalog()
{
    static const std::vector<workflow::definition> all{
        rad_drafting(), opd_review(), sahli_approval(), target_signoff(), period_report()};
    return all;
}

} // namespace definitions
