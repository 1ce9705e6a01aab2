//! Query options: `$filter`, `$orderby`, `$select`, `$expand`, `$top`, `$skip`, `$skiptoken`, `$count`, `$inlinecount`.
