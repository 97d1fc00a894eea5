/* sneaky_call.c — calls a layer above without its header.   [sneaky_call] */
int ik_upper_value(void);
int ik_sneaky_call(void);

int ik_sneaky_call(void)
{
    return ik_upper_value();
}
