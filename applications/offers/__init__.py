"""Offers, each as it was made, placed among what others earn, and side by side."""
