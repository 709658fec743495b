-- When people do not want to be disturbed. Locks: creates only.

-- Local times of the zone; ends is on the day after when it is not after begins. days are those on which it begins.
create table quiet_hours (
    user_id uuid    not null constraint quiet_hours_pk primary key,
    enabled boolean not null,
    begins  time    not null,
    ends    time    not null,
    days    text[]  not null constraint quiet_hours_days_ck
        check (cardinality(days) between 1 and 7 and days <@ array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
    zone    text    not null
);
