// Wires everything; nothing else knows all.
int main()
{
    return 0;
}
