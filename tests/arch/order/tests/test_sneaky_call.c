/* test_sneaky_call.c — reaches no file of its layer: only linking the layer whole shows the call. */
int main(void)
{
    return 0;
}
